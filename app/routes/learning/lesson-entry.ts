// POST: keeps what was entered in a block of a lesson, for the script of the page, which is told in a status alone.
import type { ActionFunctionArgs } from '@remix-run/node'
import { keepEntry } from '#app/features/learning/keep-entry.server.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { unitPath } from '#app/ui/course/paths.ts'

export function loader() {
  throw notFound()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [courseSlug, lessonSlug] = [slugParam(params['slug']), slugParam(params['lesson'])]
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, unitPath(courseSlug, { kind: 'lesson', slug: lessonSlug })))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const kept = await keepEntry(world(), actor, { courseSlug, lessonSlug, block: fields.get('block') ?? '', fields })
  if (kept.ok) return new Response(null, { status: 204 })
  return new Response(null, { status: { 'no-block': 404, 'not-enrolled': 409, 'too-long': 422, 'unknown-item': 422 }[kept.refusal] })
}
