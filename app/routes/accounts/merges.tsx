// Says that two accounts are one person's: both are found by address, compared, and merged with a reason.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { compareAccounts, type ComparisonRefusal } from '#app/features/accounts/compare-accounts.server.ts'
import { mergeFields, reasonField } from '#app/features/accounts/fields.ts'
import { listMerges } from '#app/features/registry/list-merges.server.ts'
import { mergePersons } from '#app/features/registry/merge-persons.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { MergeConfirmation } from '#app/ui/account/merge-confirmation.tsx'
import { MergeForm } from '#app/ui/account/merge-form.tsx'
import { MergeTable } from '#app/ui/account/merge-table.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const PAGE = '/admin/merges'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCan(request, 'accounts.merge', null)
  const t = translator(readLocale(request))
  return json({
    title: `${t('accounts:merge.title')} · ${t('shell:brand')}`,
    merges: (await listMerges(world(), actor)).map(({ recordedAt, ...merge }) => ({ ...merge, day: dayOf(recordedAt) })),
    isDone: new URL(request.url).searchParams.has('done'),
  })
}

const refusals: Record<ComparisonRefusal, Record<string, string>> = {
  forbidden: { form: 'shell:form.invalid' },
  'from-unknown': { from: 'accounts:error.noAccount' },
  'into-unknown': { into: 'accounts:error.noAccount' },
  'same-person': { into: 'accounts:error.sameAccount' },
  'from-merged': { from: 'accounts:error.mergedAway' },
  'into-merged': { into: 'accounts:error.mergedAway' },
}

/** Asked for, a comparison; confirmed, the merge. What is compared is read anew each time. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCan(request, 'accounts.merge', null, PAGE)
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, mergeFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  const compared = await compareAccounts(world(), actor, parsed.value)
  if (!compared.ok) return refuseForm(refusedState(fields, refusals[compared.refusal]))
  const { from, into } = compared.value
  if (!new URL(request.url).pathname.endsWith('/confirmation')) return json({ compared: { from, into }, values: {}, errors: {} })
  const confirmed = parseFields(fields, mergeFields.extend({ reason: reasonField }))
  if (!confirmed.ok) return json({ compared: { from, into }, ...confirmed.state }, { status: 422 })
  const merged = await mergePersons(world(), actor, { from: from.personId, into: into.personId, reason: confirmed.value.reason })
  // Somebody else merged one of them in between.
  if (!merged.ok) return refuseForm(refusedState(fields, refusals['from-merged']))
  return redirect(`${PAGE}?done`, 303)
}

export default function MergesPage() {
  const t = useTranslate()
  const { merges, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'compared' in answer) return <MergeConfirmation {...answer.compared} state={answer} />
  return (
    <div className="page">
      <p>
        <a href="/admin/certificates">{t('accounts:merge.certificatesPage')}</a>
      </p>
      <h1>{t('accounts:merge.title')}</h1>
      {isDone && !answer && (
        <p className="notice" data-tone="done" role="status">
          {t('accounts:merge.done')}
        </p>
      )}
      <p className="lead">{t('accounts:merge.lead')}</p>
      <MergeForm state={answer} />
      <section className="panel" aria-labelledby="merges">
        <h2 id="merges">{t('accounts:merge.list')}</h2>
        {merges.length === 0 ? <p>{t('accounts:merge.none')}</p> : <MergeTable merges={merges} />}
      </section>
    </div>
  )
}
