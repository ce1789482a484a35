// The analyst’s page: exact figures, for who may see them.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readIndicatorPage, type IndicatorPage } from '#app/features/strategy/read-indicator-page.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { IndicatorReport } from '#app/ui/ministry/indicator-report.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCan(request, 'ministry.read', null)
  const locale = readLocale(request)
  const t = translator(locale)
  const params = new URL(request.url).searchParams
  const answer = await readIndicatorPage(world(), params, { exact: true, locale })
  if (!answer.ok) throw badRequest()
  return json({ title: `${t('strategy:page.ministryTitle')} · ${t('shell:brand')}`, page: answer.page, sort: params.get('sort') })
}

export default function MinistryPage() {
  const { page, sort } = useLoaderData<typeof loader>()
  return <IndicatorReport path="/ministry" exact sort={sort} {...(page as IndicatorPage)} />
}
