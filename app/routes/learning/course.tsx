// A course's page, open to anybody; who is enrolled sees their own version, exact progress and what is missing.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCourseView } from '#app/features/learning/find-course-view.server.ts'
import { term, translator } from '#app/language/translate.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { findActor } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { CourseFacts } from '#app/ui/course/course-facts.tsx'
import { sizeFor } from '#app/ui/course/kilobytes.ts'
import { ModuleList } from '#app/ui/course/module-list.tsx'
import { OutcomeList } from '#app/ui/course/outcome-list.tsx'
import { BeginCourse, OwnCourse } from '#app/ui/course/own-course.tsx'
import { StructuredData } from '#app/ui/course/structured-data.tsx'
import { tell, Told } from '#app/ui/course/told.tsx'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'description', content: data?.description }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const view = await findCourseView(world(), actor, slugParam(params['slug']))
  if (!view) throw notFound()
  const locale = readLocale(request)
  const t = translator(locale)
  return json({
    title: `${tell(view.course.title, locale).text} · ${t('shell:brand')}`,
    description: tell(view.course.summary, locale).text,
    ...view,
    isSignedIn: actor !== null,
    isDraftSaved: new URL(request.url).searchParams.get('saved') === 'draft',
    publicUrl: world().publicUrl,
  })
}

export default function CoursePage() {
  const t = useTranslate()
  const locale = useLocale()
  const { course, lessons, modules, own, isSignedIn, isDraftSaved, publicUrl } = useLoaderData<typeof loader>()
  const outcomes = modules.flatMap((module) => module.outcomes)
  const bytes = modules.flatMap(({ units }) => units).reduce((sum, unit) => sum + sizeFor(unit.sizes, locale), 0)
  return (
    <div className="page course-page">
      <StructuredData course={course} modules={modules} publicUrl={publicUrl} />
      {isDraftSaved && (
        <p className="notice" data-tone="done" role="status">
          {t('learning:course.draftSaved')}
        </p>
      )}
      <p className="course-theme">{term(t, `theme.${course.theme}`)}</p>
      <h1 className="title-serif">
        <Told text={course.title} />
      </h1>
      <p className="lead">
        <Told text={course.summary} />
      </p>

      {own ? <OwnCourse course={course.slug} own={own} /> : <BeginCourse course={course.slug} isSignedIn={isSignedIn} />}

      <section className="panel" aria-labelledby="outcomes">
        <h2 id="outcomes">{t('learning:course.outcomes')}</h2>
        <OutcomeList outcomes={outcomes} />
      </section>
      <section className="panel" aria-labelledby="content-of-course">
        <h2 id="content-of-course">{t('learning:course.content')}</h2>
        <ModuleList course={course.slug} modules={modules} />
      </section>
      <section className="panel" aria-labelledby="facts">
        <h2 id="facts">{t('learning:course.facts')}</h2>
        <CourseFacts course={course} lessons={lessons} bytes={bytes} />
      </section>
    </div>
  )
}
