import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStrategies } from '#app/features/strategy/list-strategies.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { Methodology } from '#app/ui/ministry/methodology.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = readLocale(request)
  const t = translator(locale)
  return json({ title: `${t('strategy:method.title')} · ${t('shell:brand')}`, strategies: await listStrategies(world(), locale) })
}

export default function MethodologyPage() {
  const { strategies } = useLoaderData<typeof loader>()
  return <Methodology strategies={strategies} />
}
