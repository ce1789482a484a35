// A quiz: GET shows the open sheet or why there is none, POST hands it in.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldName, postedValues } from '#app/core/assessment/sheet.ts'
import { findQuizSheet } from '#app/features/learning/find-quiz-sheet.server.ts'
import { submitAttempt } from '#app/features/learning/submit-attempt.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { slugParam } from '#app/platform/http/params.server.ts'
import { findActor, requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { attemptPath, unitPath } from '#app/ui/course/paths.ts'
import { tell } from '#app/ui/course/told.tsx'
import { AnswerSheet, type RefusedSheet } from '#app/ui/quiz/answer-sheet.tsx'
import { ClosedSheet } from '#app/ui/quiz/closed-sheet.tsx'
import { QuizFrame } from '#app/ui/quiz/quiz-frame.tsx'
import { QuizLead } from '#app/ui/quiz/quiz-lead.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await findActor(request)
  const view = await findQuizSheet(world(), actor, { courseSlug: slugParam(params['slug']), quizSlug: slugParam(params['quiz']) })
  if (!view) throw notFound()
  const locale = readLocale(request)
  return json({ title: `${tell(view.quiz.title, locale).text} · ${translator(locale)('shell:brand')}`, ...view, isSignedIn: actor !== null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [courseSlug, quizSlug] = [slugParam(params['slug']), slugParam(params['quiz'])]
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request, unitPath(courseSlug, { kind: 'quiz', slug: quizSlug })))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const submission = await submitAttempt(world(), actor, { courseSlug, quizSlug, attempt: Number(fields.get('attempt')), fields })
  if (submission.kind === 'handed-in') return redirect(attemptPath(courseSlug, quizSlug, submission.attempt), 303)
  if (submission.kind === 'faulty') {
    const errors = Object.fromEntries(submission.faults.map(({ question, fault }) => [fieldName(question), `learning:quiz.error.${fault}`]))
    return json<RefusedSheet>({ values: postedValues(fields), errors }, { status: 422 })
  }
  if (submission.refusal === 'no-quiz') throw notFound()
  return json<RefusedSheet>({ values: {}, errors: { form: 'learning:quiz.error.stale' } }, { status: 409 })
}

export default function QuizPage() {
  const { sheet, lastAttempt, isSignedIn, ...frame } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { course, quiz } = frame
  const address = unitPath(course.slug, { kind: 'quiz', slug: quiz.slug })
  return (
    <QuizFrame {...frame}>
      <QuizLead quiz={quiz} attempt={sheet.state === 'open' ? sheet.attempt : null} />
      {sheet.state === 'open' ? (
        <AnswerSheet address={address} sheet={sheet} refused={refused} />
      ) : (
        <ClosedSheet course={course.slug} quiz={quiz} address={address} sheet={sheet} lastAttempt={lastAttempt} isSignedIn={isSignedIn} />
      )}
    </QuizFrame>
  )
}
