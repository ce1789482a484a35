// An analyst's tokens for the API: made, shown once, listed, revoked.
import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { furthestTokenEnd, offeredTokenEnd } from '#app/core/access/api-token.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { apiTokenFields } from '#app/features/accounts/fields.ts'
import { listApiTokens } from '#app/features/accounts/list-api-tokens.server.ts'
import { makeApiToken, type MakeApiTokenRefusal } from '#app/features/accounts/make-api-token.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm, refuseForNow, retryHeaders } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { ApiTokenForm } from '#app/ui/account/api-token-form.tsx'
import { ApiTokenTable } from '#app/ui/account/api-token-table.tsx'
import { NewApiToken } from '#app/ui/account/new-api-token.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const headers = retryHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCan(request, 'indicator.exact', null)
  const t = translator(readLocale(request))
  const today = dayOf(await world().clock())
  return json({
    title: `${t('accounts:tokens.title')} · ${t('shell:brand')}`,
    tokens: (await listApiTokens(world(), actor)).map(({ createdAt, ...token }) => ({ ...token, createdOn: dayOf(createdAt) })),
    today,
    offered: offeredTokenEnd(today),
    furthest: furthestTokenEnd(today),
    example: `${world().publicUrl}/api/v1/indicators/teacher-training`,
  })
}

const refusals: Record<MakeApiTokenRefusal, Record<string, string>> = {
  forbidden: { form: 'shell:form.invalid' },
  'name-taken': { name: 'accounts:error.tokenTaken' },
  'end-in-past': { expiresOn: 'accounts:error.tokenEnd.past' },
  'end-too-far': { expiresOn: 'accounts:error.tokenEnd.far' },
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCan(request, 'indicator.exact', null, '/ministry/tokens')
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, apiTokenFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  const made = await makeApiToken(world(), actor, parsed.value)
  if (made.ok) return json({ made: { name: parsed.value.name, token: made.value } })
  if ('seconds' in made) return refuseForNow(refusedState(fields, { form: 'accounts:error.tokensThrottled' }), made.seconds)
  return refuseForm(refusedState(fields, refusals[made.refusal]))
}

export default function ApiTokensPage() {
  const t = useTranslate()
  const { tokens, today, offered, furthest, example } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer && 'errors' in answer ? answer : undefined
  if (answer && 'made' in answer) return <NewApiToken {...answer.made} example={example} />
  return (
    <div className="page">
      <p>
        <a href="/ministry">{t('accounts:tokens.back')}</a>
      </p>
      <h1>{t('accounts:tokens.title')}</h1>
      <p className="lead">{t('accounts:tokens.lead')}</p>
      <ApiTokenForm first={today} offered={offered} last={furthest} state={state} />
      <section className="panel" aria-labelledby="tokens">
        <h2 id="tokens">{t('accounts:tokens.list')}</h2>
        {tokens.length === 0 ? <p>{t('accounts:tokens.none')}</p> : <ApiTokenTable tokens={tokens} />}
      </section>
    </div>
  )
}
