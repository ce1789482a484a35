// Opening an account. It can be used at once, so that nothing stands between a teacher and the first lesson.
import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signUpFields } from '#app/features/accounts/fields.ts'
import { signUp } from '#app/features/accounts/sign-up.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm, refuseForNow, retryHeaders } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { clientAddress } from '#app/platform/http/request-scope.server.ts'
import { beginSession, findActor, safeNext } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { ErrorSummary, TextField } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers: HeadersFunction = retryHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  if (await findActor(request)) return redirect(next)
  const t = translator(readLocale(request))
  return json({ title: `${t('accounts:signup.title')} · ${t('shell:brand')}`, next })
}

const EMAIL_TAKEN = 'accounts:error.emailTaken'

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const next = safeNext(fields.get('next') ?? new URL(request.url).searchParams.get('next'))
  fields.set('next', next)
  const parsed = parseFields(fields, signUpFields, ['password'])
  if (!parsed.ok) return refuseForm(parsed.state)
  const signedUp = await signUp(world(), { ...parsed.value, locale: readLocale(request), address: clientAddress() })
  if (!signedUp.ok) {
    if (signedUp.refusal === 'throttled') return refuseForNow(refusedState(fields, { form: 'accounts:error.throttled' }, ['password']), signedUp.seconds)
    return refuseForm(refusedState(fields, { email: EMAIL_TAKEN }, ['password']))
  }
  return redirect(next, { headers: { 'set-cookie': await beginSession(request, signedUp.value.accountId) } })
}

export default function SignUp() {
  const t = useTranslate()
  const { next: asked } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const next = state?.values['next'] ?? asked
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:signup.title')}</h1>
      <p className="lead">{t('accounts:signup.lead')}</p>
      <ErrorSummary state={state} labels={{ name: t('accounts:signup.name'), email: t('accounts:signup.email'), password: t('accounts:signup.password') }} />
      <form method="post" action="/signup" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField name="name" label={t('accounts:signup.name')} hint={t('accounts:signup.nameHint')} autoComplete="name" state={state} />
        <TextField name="email" label={t('accounts:signup.email')} hint={t('accounts:signup.emailHint')} type="email" autoComplete="email" state={state} />
        <TextField name="password" label={t('accounts:signup.password')} hint={t('accounts:signup.passwordHint')} type="password" autoComplete="new-password" state={state} />
        <p className="actions">
          <button type="submit">{t('accounts:signup.submit')}</button>
        </p>
      </form>
      <p>
        {t('accounts:signup.haveAccount')} <a href={`/login?${new URLSearchParams({ next }).toString()}`}>{t('accounts:signup.login')}</a>
        {state?.errors['email'] === EMAIL_TAKEN && (
          <>
            {' · '}
            <a href="/password-reset">{t('accounts:login.forgot')}</a>
          </>
        )}
      </p>
    </div>
  )
}
