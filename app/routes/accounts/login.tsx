// Signing in. A wrong password and an unknown address get the same answer.
import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { knownPasswordField } from '#app/features/accounts/fields.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm, refuseForNow, retryHeaders } from '#app/platform/http/form.server.ts'
import { findChosenLocale, localeCookie, readLocale } from '#app/platform/http/locale.server.ts'
import { clientAddress } from '#app/platform/http/request-scope.server.ts'
import { beginSession, findActor, safeNext } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { ErrorSummary, TextField } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers: HeadersFunction = retryHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const next = safeNext(asked.get('next'))
  if (await findActor(request)) return redirect(next)
  const t = translator(readLocale(request))
  return json({ title: `${t('accounts:login.title')} · ${t('shell:brand')}`, next, isPasswordChanged: asked.get('password') === 'changed' })
}

const loginFields = z.object({ email: z.string('shell:form.required').trim().min(1, 'shell:form.required').max(254, 'accounts:error.email'), password: knownPasswordField })

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const next = safeNext(fields.get('next') ?? new URL(request.url).searchParams.get('next'))
  fields.set('next', next)
  const parsed = parseFields(fields, loginFields, ['password'])
  if (!parsed.ok) return refuseForm(parsed.state)
  const signedIn = await signIn(world(), { ...parsed.value, address: clientAddress() })
  if (!signedIn.ok) {
    if (signedIn.refusal === 'throttled') return refuseForNow(refusedState(fields, { form: 'accounts:error.throttledSignIn' }, ['password']), signedIn.seconds)
    return refuseForm(refusedState(fields, { form: 'accounts:error.wrong' }, ['password']))
  }
  const cookies = new Headers({ 'set-cookie': await beginSession(request, signedIn.value.accountId) })
  if (!findChosenLocale(request)) cookies.append('set-cookie', localeCookie(signedIn.value.locale))
  return redirect(next, { headers: cookies })
}

export default function Login() {
  const t = useTranslate()
  const { next: asked, isPasswordChanged } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const next = state?.values['next'] ?? asked
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:login.title')}</h1>
      {isPasswordChanged && !state && (
        <p className="notice" data-tone="done" role="status">
          {t('accounts:login.passwordChanged')}
        </p>
      )}
      <ErrorSummary state={state} labels={{ email: t('accounts:login.email'), password: t('accounts:login.password') }} />
      <form method="post" action="/login" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label={t('accounts:login.email')} type="email" autoComplete="username" state={state} />
        <TextField name="password" label={t('accounts:login.password')} type="password" autoComplete="current-password" state={state} />
        <p className="actions">
          <button type="submit">{t('accounts:login.submit')}</button>
          <a href="/password-reset">{t('accounts:login.forgot')}</a>
        </p>
      </form>
      <p>
        {t('accounts:login.noAccount')} <a href={`/signup?${new URLSearchParams({ next }).toString()}`}>{t('accounts:login.signup')}</a>
      </p>
    </div>
  )
}
