// The catalogue: open to anybody, searched by words and theme in the address.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { themes } from '#app/core/kernel/dimensions.ts'
import { listCatalogue } from '#app/features/learning/list-catalogue.server.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { translator } from '#app/language/translate.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { findActor } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { PostMissing } from '#app/ui/account/post-missing.tsx'
import { CatalogueSearch } from '#app/ui/course/catalogue-search.tsx'
import { CourseEntry } from '#app/ui/course/course-entry.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What is not understood of a search is not searched for. */
const search = z.object({ theme: z.enum(themes).nullable().catch(null), words: z.string().trim().max(100).catch('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const { theme, words } = search.parse({ theme: asked.get('theme'), words: asked.get('q') })
  const locale = readLocale(request)
  const actor = await findActor(request)
  const { courses, total } = await listCatalogue(world(), actor, { theme, words }, locale)
  const lacksPost = actor?.role === 'teacher' && (await findMainPost(world(), actor.personId)) === null
  const t = translator(locale)
  return json({ title: `${t('learning:catalogue.title')} · ${t('shell:brand')}`, courses, total, theme, words, lacksPost })
}

export default function Catalogue() {
  const t = useTranslate()
  const { courses, total, theme, words, lacksPost } = useLoaderData<typeof loader>()
  const isSearched = theme !== null || words !== ''
  return (
    <div className="page">
      <h1>{t('learning:catalogue.title')}</h1>
      <p className="lead">{t('learning:catalogue.lead')}</p>
      {lacksPost && <PostMissing />}
      {total === 0 ? (
        <div className="notice">
          <h2>{t('learning:catalogue.emptyTitle')}</h2>
          <p>{t('learning:catalogue.emptyText')}</p>
        </div>
      ) : (
        <>
          <CatalogueSearch words={words} theme={theme} />
          <p role="status">
            {t('learning:catalogue.found', { count: courses.length })} {isSearched && <a href="/courses">{t('learning:catalogue.showAll')}</a>}
          </p>
        </>
      )}
      {total > 0 && courses.length === 0 && (
        <div className="notice">
          <h2>{t('learning:catalogue.noneTitle')}</h2>
          <p>{t('learning:catalogue.noneText')}</p>
        </div>
      )}
      {courses.length > 0 && (
        <ul className="course-entries">
          {courses.map((course) => (
            <CourseEntry key={course.slug} course={course} />
          ))}
        </ul>
      )}
    </div>
  )
}
