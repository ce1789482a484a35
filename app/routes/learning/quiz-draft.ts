// POST: keeps the answers for another time. A form is led back to the course; the script of the page is told in a status alone.
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { saveDraft } from '#app/features/learning/save-draft.server.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { coursePath, unitPath } from '#app/ui/course/paths.ts'

export function loader() {
  throw notFound()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [courseSlug, quizSlug] = [slugParam(params['slug']), slugParam(params['quiz'])]
  const quiz = unitPath(courseSlug, { kind: 'quiz', slug: quizSlug })
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, quiz))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const saved = await saveDraft(world(), actor, { courseSlug, quizSlug, attempt: Number(fields.get('attempt')), fields })
  if (!saved.ok && saved.refusal === 'no-quiz') throw notFound()
  if (request.headers.get('accept') === 'application/json') return new Response(null, { status: saved.ok ? 204 : 409 })
  return redirect(saved.ok ? `${coursePath(courseSlug)}?saved=draft` : quiz, 303)
}
