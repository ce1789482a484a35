// POST: the lesson is read; leads to what is missing next, or to the course when nothing is.
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { recordReading } from '#app/features/learning/record-reading.server.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { coursePath, unitPath } from '#app/ui/course/paths.ts'

export function loader() {
  throw notFound()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [courseSlug, lessonSlug] = [slugParam(params['slug']), slugParam(params['lesson'])]
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, unitPath(courseSlug, { kind: 'lesson', slug: lessonSlug })))
  const read = await recordReading(world(), actor, { courseSlug, lessonSlug })
  if (!read.ok && read.refusal === 'no-lesson') throw notFound()
  return redirect(read.ok && read.value ? unitPath(courseSlug, read.value) : coursePath(courseSlug), 303)
}
