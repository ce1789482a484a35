// Asking for a reset link. The answer is the same whether there is an account or not.
import { json, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailField } from '#app/features/accounts/fields.ts'
import { requestPasswordReset } from '#app/features/accounts/request-password-reset.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm, refuseForNow, retryHeaders } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { clientAddress } from '#app/platform/http/request-scope.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { ErrorSummary, TextField } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers: HeadersFunction = retryHeaders

export function loader({ request }: LoaderFunctionArgs) {
  const isSent = new URL(request.url).searchParams.get('sent') === '1'
  const t = translator(readLocale(request))
  return json({ title: `${t(isSent ? 'accounts:reset.sentTitle' : 'accounts:reset.title')} · ${t('shell:brand')}`, isSent })
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, z.object({ email: emailField }))
  if (!parsed.ok) return refuseForm(parsed.state)
  const asked = await requestPasswordReset(world(), { ...parsed.value, address: clientAddress() })
  if (!asked.ok) return refuseForNow(refusedState(fields, { form: 'accounts:error.throttled' }), asked.seconds)
  return redirect('/password-reset?sent=1')
}

export default function PasswordReset() {
  const t = useTranslate()
  const { isSent } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (isSent && !state) {
    return (
      <div className="page page-narrow">
        <h1>{t('accounts:reset.sentTitle')}</h1>
        <p role="status">{t('accounts:reset.sent')}</p>
        <p>{t('accounts:reset.sentHint')}</p>
        <p className="actions">
          <a className="button secondary" href="/password-reset">
            {t('accounts:reset.again')}
          </a>
          <a href="/login">{t('accounts:reset.back')}</a>
        </p>
      </div>
    )
  }
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:reset.title')}</h1>
      <p className="lead">{t('accounts:reset.lead')}</p>
      <ErrorSummary state={state} labels={{ email: t('accounts:reset.email') }} />
      <form method="post" action="/password-reset" noValidate>
        <TextField name="email" label={t('accounts:reset.email')} type="email" autoComplete="username" state={state} />
        <p className="actions">
          <button type="submit">{t('accounts:reset.submit')}</button>
          <a href="/login">{t('accounts:reset.back')}</a>
        </p>
      </form>
    </div>
  )
}
