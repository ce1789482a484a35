// Choosing a new password with a link. Looking at the page uses nothing up; no other site is told its address.
import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { checkResetLink } from '#app/features/accounts/check-reset-link.server.ts'
import { newPasswordField } from '#app/features/accounts/fields.ts'
import { resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { endSession } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { ErrorSummary, TextField } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]
export const headers: HeadersFunction = () => ({ 'referrer-policy': 'no-referrer' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const isOpen = await checkResetLink(world(), params['token'] ?? '')
  const t = translator(readLocale(request))
  return json({ title: `${t(isOpen ? 'accounts:newPassword.title' : 'accounts:newPassword.endedTitle')} · ${t('shell:brand')}`, isOpen }, { status: isOpen ? 200 : 404 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, z.object({ password: newPasswordField }), ['password'])
  if (!parsed.ok) return refuseForm(parsed.state)
  const reset = await resetPassword(world(), { token: params['token'] ?? '', password: parsed.value.password })
  if (reset.ok) return redirect('/login?password=changed', { headers: { 'set-cookie': await endSession(request) } })
  if (reset.refusal === 'ended') return refuseForm(refusedState(fields, {}, ['password']), 404)
  return refuseForm(refusedState(fields, { password: `accounts:error.password.${reset.refusal}` }, ['password']))
}

export default function NewPassword() {
  const t = useTranslate()
  const { isOpen } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (!isOpen) {
    return (
      <div className="page page-narrow">
        <h1>{t('accounts:newPassword.endedTitle')}</h1>
        <p>{t('accounts:newPassword.ended')}</p>
        <p className="actions">
          <a className="button" href="/password-reset">
            {t('accounts:newPassword.again')}
          </a>
        </p>
      </div>
    )
  }
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:newPassword.title')}</h1>
      <p className="lead">{t('accounts:newPassword.lead')}</p>
      <ErrorSummary state={state} labels={{ password: t('accounts:newPassword.password') }} />
      <form method="post" noValidate>
        <TextField name="password" label={t('accounts:newPassword.password')} hint={t('accounts:signup.passwordHint')} type="password" autoComplete="new-password" state={state} />
        <p className="actions">
          <button type="submit">{t('accounts:newPassword.submit')}</button>
        </p>
      </form>
    </div>
  )
}
