// The indicator for everybody: protected figures, whoever asks.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readIndicatorPage, type IndicatorPage } from '#app/features/strategy/read-indicator-page.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { IndicatorReport } from '#app/ui/ministry/indicator-report.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = readLocale(request)
  const t = translator(locale)
  const params = new URL(request.url).searchParams
  const answer = await readIndicatorPage(world(), params, { exact: false, locale })
  if (!answer.ok) throw badRequest()
  return json({ title: `${t('strategy:page.title')} · ${t('shell:brand')}`, page: answer.page, sort: params.get('sort') })
}

export default function PublicIndicatorPage() {
  const { page, sort } = useLoaderData<typeof loader>()
  return <IndicatorReport path="/indicator" exact={false} sort={sort} {...(page as IndicatorPage)} />
}
