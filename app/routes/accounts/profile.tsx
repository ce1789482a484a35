// One's own account: name, language, and where one works.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { locales } from '#app/core/kernel/locale.ts'
import { editProfile } from '#app/features/accounts/edit-profile.server.ts'
import { localeField, nameField } from '#app/features/accounts/fields.ts'
import { getProfile } from '#app/features/accounts/get-profile.server.ts'
import { listCounties } from '#app/features/registry/list-counties.server.ts'
import { term, translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refuseForm } from '#app/platform/http/form.server.ts'
import { localeCookie, readLocale } from '#app/platform/http/locale.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { PostFacts } from '#app/ui/account/post-facts.tsx'
import { ErrorSummary, SelectField, TextField } from '#app/ui/form.tsx'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { languageNames } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const savedParts = ['details', 'post'] as const
const savedNotices = { details: 'accounts:profile.saved', post: 'accounts:profile.postSaved' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { post, ...profile } = await getProfile(world(), actor)
  const county = post && (await listCounties(world())).find(({ code }) => code === post.school.countyCode)
  const saved = new URL(request.url).searchParams.get('saved')
  const t = translator(readLocale(request))
  return json({
    title: `${t('accounts:profile.title')} · ${t('shell:brand')}`,
    profile,
    post: post && { ...post, school: { ...post.school, county: county?.name ?? post.school.countyCode } },
    saved: savedParts.find((part) => part === saved) ?? null,
  })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCan(request, 'profile.edit', await requireActor(request, '/profile'))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, z.object({ name: nameField, locale: localeField }))
  if (!parsed.ok) return refuseForm(parsed.state)
  await editProfile(world(), actor, parsed.value)
  return redirect('/profile?saved=details', { headers: { 'set-cookie': localeCookie(parsed.value.locale) } })
}

export default function ProfilePage() {
  const t = useTranslate()
  const locale = useLocale()
  const { profile, post, saved } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:profile.title')}</h1>
      {saved && !state && (
        <p className="notice" data-tone="done" role="status">
          {t(savedNotices[saved])}
        </p>
      )}
      <ErrorSummary state={state} labels={{ name: t('accounts:profile.name'), locale: t('accounts:profile.language') }} />

      <section className="panel" aria-labelledby="post">
        <h2 id="post">{t('accounts:profile.post')}</h2>
        {post ? (
          <PostFacts school={post.school} level={post.level} startsOn={post.startsOn} />
        ) : profile.role === 'teacher' ? (
          <p className="notice" data-tone="due">
            {t('accounts:profile.postMissing')}
          </p>
        ) : (
          <p>{t('accounts:profile.postOptional')}</p>
        )}
        <p>
          <a className="button secondary" href="/profile/post">
            {t(post ? 'accounts:profile.postChange' : 'accounts:profile.postEnter')}
          </a>
        </p>
      </section>

      <section className="panel" aria-labelledby="details">
        <h2 id="details">{t('accounts:profile.details')}</h2>
        <dl className="facts">
          <dt>{t('accounts:profile.email')}</dt>
          <dd>{profile.email}</dd>
          <dt>{t('accounts:profile.role')}</dt>
          <dd>{term(t, `role.${profile.role}`)}</dd>
          <dt>{t('accounts:profile.password')}</dt>
          <dd>
            <a href="/password-reset">{t('accounts:profile.passwordChange')}</a>
          </dd>
        </dl>
        <form method="post" action="/profile" noValidate>
          <TextField name="name" label={t('accounts:profile.name')} hint={t('accounts:profile.nameHint')} autoComplete="name" defaultValue={profile.name} state={state} />
          <SelectField
            name="locale"
            label={t('accounts:profile.language')}
            hint={t('accounts:profile.languageHint')}
            choices={locales.map((value) => ({ value, label: languageNames[value] }))}
            defaultValue={locale}
            state={state}
          />
          <p className="actions">
            <button type="submit">{t('accounts:profile.save')}</button>
          </p>
        </form>
      </section>

      <section className="panel" aria-labelledby="sessions">
        <h2 id="sessions">{t('accounts:profile.sessions')}</h2>
        <p>{t('accounts:profile.sessionsLead')}</p>
        <form method="post" action="/profile/sessions">
          <button className="secondary" type="submit">
            {t('accounts:profile.sessionsEnd')}
          </button>
        </form>
      </section>
    </div>
  )
}
