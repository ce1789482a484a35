// A lesson: GET opens it to anybody (CC BY), POST keeps what who is enrolled entered in a block of it.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepEntry } from '#app/features/learning/keep-entry.server.ts'
import { readLesson } from '#app/features/learning/read-lesson.server.ts'
import { formatMinutes } from '#app/language/format.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { findActor, requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { CourseCrumb } from '#app/ui/course/course-crumb.tsx'
import { ForeignNote } from '#app/ui/course/foreign-note.tsx'
import { useKilobytes } from '#app/ui/course/kilobytes.ts'
import { LessonEnd } from '#app/ui/course/lesson-end.tsx'
import { LessonParts, type RefusedEntry } from '#app/ui/course/lesson-parts.tsx'
import { Margin, MarginFold } from '#app/ui/course/module-margin.tsx'
import { coursePath, unitPath } from '#app/ui/course/paths.ts'
import { tell } from '#app/ui/course/told.tsx'
import { useLocale } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = readLocale(request)
  const view = await readLesson(world(), await findActor(request), { courseSlug: slugParam(params['slug']), lessonSlug: slugParam(params['lesson']), locale })
  if (!view) throw notFound()
  return json({ title: `${view.lesson.title} · ${tell(view.course.title, locale).text} · ${translator(locale)('shell:brand')}`, ...view })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [courseSlug, lessonSlug] = [slugParam(params['slug']), slugParam(params['lesson'])]
  const address = unitPath(courseSlug, { kind: 'lesson', slug: lessonSlug })
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, address))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const block = fields.get('block') ?? ''
  const kept = await keepEntry(world(), actor, { courseSlug, lessonSlug, block, fields })
  if (kept.ok) return redirect(`${address}#${block}`, 303)
  if (kept.refusal === 'no-block') throw notFound()
  if (kept.refusal === 'not-enrolled') return redirect(coursePath(courseSlug), 303)
  return json<RefusedEntry>({ block, ticked: fields.getAll('item').map(Number), note: fields.get('note') ?? '', error: `learning:kept.error.${kept.refusal}` }, { status: 422 })
}

export default function LessonPage() {
  const reader = useLocale()
  const kilobytes = useKilobytes()
  const { course, module, lesson, own, next } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
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
      <article className="lesson" lang={lesson.locale}>
        <LessonParts address={unitPath(course.slug, { kind: 'lesson', slug: lesson.slug })} locale={lesson.locale} parts={lesson.parts} refused={refused} />
      </article>
      <Margin {...margin} />
      <LessonEnd course={course.slug} lesson={lesson.slug} own={own} next={next} />
    </div>
  )
}
