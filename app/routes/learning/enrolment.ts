// POST: enrols, takes up again, or renews. Why it was refused stands on the course's page.
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { enrolTeacher } from '#app/features/learning/enrol-teacher.server.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { coursePath } from '#app/ui/course/paths.ts'

export function loader() {
  throw notFound()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const slug = slugParam(params['slug'])
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, coursePath(slug)))
  const enrolled = await enrolTeacher(world(), actor, slug)
  if (!enrolled.ok && enrolled.refusal === 'no-course') throw notFound()
  return redirect(coursePath(slug), 303)
}
