// POST: ends the enrolment. Who is not enrolled, or has completed, finds the course's page as it was.
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { withdrawTeacher } from '#app/features/learning/withdraw-teacher.server.ts'
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
  await withdrawTeacher(world(), actor, slug)
  return redirect(coursePath(slug), 303)
}
