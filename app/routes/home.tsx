// The first page: what Catedra is and the ways in; for who is signed in, where to go on.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBegun } from '#app/features/learning/list-begun.server.ts'
import { listCatalogue } from '#app/features/learning/list-catalogue.server.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { askIndicator } from '#app/features/strategy/ask-indicator.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { findSignedIn } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { OwnHome } from '#app/ui/home/own-home.tsx'
import { VisitorHome } from '#app/ui/home/visitor-home.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'description', content: data?.description }]

/** The whole country this month: the breakdown with the fewest parts. */
const figureAsked = new URLSearchParams({ by: 'residence' })

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = readLocale(request)
  const t = translator(locale)
  const signedIn = await findSignedIn(request)
  const actor = signedIn?.actor ?? null
  const [{ courses }, begun, answer, post] = await Promise.all([
    listCatalogue(world(), actor, { theme: null, words: '' }, locale),
    actor && listBegun(world(), actor),
    askIndicator(world(), figureAsked, { exact: false, locale }),
    actor?.role === 'teacher' ? findMainPost(world(), actor.personId) : null,
  ])
  return json({
    title: `${t('shell:brand')} · ${t('shell:tagline')}`,
    description: t('shell:home.lead'),
    courses,
    own: signedIn && begun && { name: signedIn.name, begun, lacksPost: actor?.role === 'teacher' && post === null },
    figure: answer.ok ? { national: answer.view.national, denominator: answer.view.denominator, asOf: answer.view.asOf } : null,
  })
}

export default function Home() {
  const { courses, own, figure } = useLoaderData<typeof loader>()
  return own ? <OwnHome {...own} courses={courses} figure={figure} /> : <VisitorHome courses={courses} figure={figure} />
}
