// A lesson: open to anybody (CC BY); marking it as read is for who is enrolled.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLesson } from '#app/features/learning/read-lesson.server.ts'
import { formatMinutes } from '#app/language/format.ts'
import { translator } from '#app/language/translate.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { findActor } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { CourseCrumb } from '#app/ui/course/course-crumb.tsx'
import { ForeignNote } from '#app/ui/course/foreign-note.tsx'
import { useKilobytes } from '#app/ui/course/kilobytes.ts'
import { LessonEnd } from '#app/ui/course/lesson-end.tsx'
import { Margin, MarginFold } from '#app/ui/course/module-margin.tsx'
import { tell } from '#app/ui/course/told.tsx'
import { useLocale } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = readLocale(request)
  const view = await readLesson(world(), await findActor(request), { courseSlug: slugParam(params['slug']), lessonSlug: slugParam(params['lesson']), locale })
  if (!view) throw notFound()
  return json({ title: `${view.lesson.title} · ${tell(view.course.title, locale).text} · ${translator(locale)('shell:brand')}`, ...view })
}

export default function LessonPage() {
  const reader = useLocale()
  const kilobytes = useKilobytes()
  const { course, module, lesson, own, next } = useLoaderData<typeof loader>()
  const margin = { course: course.slug, module, current: { kind: 'lesson', slug: lesson.slug }, progress: own?.progress ?? null } as const
  const lang = lesson.locale === reader ? undefined : lesson.locale
  return (
    <div className="page lesson-page">
      <div className="lesson-head">
        <CourseCrumb course={course} />
        <MarginFold {...margin} />
        <h1 className="title-serif" lang={lang}>
          {lesson.title}
        </h1>
        <p className="quietly">
          {formatMinutes(lesson.minutes)}, {kilobytes(lesson.bytes)}
        </p>
        <ForeignNote shown={lesson.locale} />
      </div>
      <article className="lesson" lang={lesson.locale} dangerouslySetInnerHTML={{ __html: lesson.html }} />
      <Margin {...margin} />
      <LessonEnd course={course.slug} lesson={lesson.slug} own={own} next={next} />
    </div>
  )
}
