// The result of one's own attempt. POST: what one thinks of an open answer, kept for oneself.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldName, postedValues } from '#app/core/assessment/sheet.ts'
import { assessAnswer } from '#app/features/learning/assess-answer.server.ts'
import { findAttemptResult } from '#app/features/learning/find-attempt-result.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { countParam, slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { attemptPath, unitPath } from '#app/ui/course/paths.ts'
import { tell } from '#app/ui/course/told.tsx'
import { NextStep } from '#app/ui/quiz/next-step.tsx'
import { QuizFrame } from '#app/ui/quiz/quiz-frame.tsx'
import { ResultHead } from '#app/ui/quiz/result-head.tsx'
import { ResultOpenQuestion, type RefusedAssessment } from '#app/ui/quiz/result-open-question.tsx'
import { ResultQuestion } from '#app/ui/quiz/result-question.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

function addressOf(params: LoaderFunctionArgs['params']) {
  return { courseSlug: slugParam(params['slug']), quizSlug: slugParam(params['quiz']), attempt: countParam(params['number']) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const address = addressOf(params)
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request))
  const view = await findAttemptResult(world(), actor, address)
  if (!view) throw notFound()
  const locale = readLocale(request)
  const t = translator(locale)
  return json({ title: `${t('learning:result.title', { number: address.attempt })} · ${tell(view.quiz.title, locale).text} · ${t('shell:brand')}`, ...view, saved: new URL(request.url).searchParams.get('saved') })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const address = addressOf(params)
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const question = Number(fields.get('question'))
  const assessing = await assessAnswer(world(), actor, { ...address, question, fields })
  if (assessing.kind === 'not-found') throw notFound()
  if (assessing.kind === 'kept') return redirect(`${attemptPath(address.courseSlug, address.quizSlug, address.attempt)}?saved=${question}#${fieldName(question)}`, 303)
  const errors = Object.fromEntries(assessing.faults.map(({ criterion, fault }) => [fieldName(question, criterion), `learning:quiz.error.${fault}`]))
  return json<RefusedAssessment & { question: number }>({ question, values: postedValues(fields), errors }, { status: 422 })
}

export default function AttemptPage() {
  const t = useTranslate()
  const { attempt, firstPercent, questions, isTold, next, saved, ...frame } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { course, quiz, module } = frame
  return (
    <QuizFrame {...frame}>
      <ResultHead quiz={quiz} attempt={attempt} firstPercent={firstPercent} isTold={isTold} />
      <NextStep course={course.slug} address={unitPath(course.slug, { kind: 'quiz', slug: quiz.slug })} next={next} lessons={module.units.filter((unit) => unit.kind === 'lesson')} />
      <section className="panel" aria-labelledby="answers">
        <h2 id="answers">{t('learning:result.answers')}</h2>
        {!isTold && <p>{t('learning:result.notTold')}</p>}
        <ol className="result-questions">
          {questions.map((question, at) =>
            question.type === 'open' ? (
              <ResultOpenQuestion key={at} number={at + 1} text={question.text} review={question.review} isSaved={saved === String(at + 1)} refused={refused?.question === at + 1 ? refused : undefined} />
            ) : (
              <ResultQuestion key={at} number={at + 1} type={question.type} text={question.text} mock={question.mock} review={question.review} />
            ),
          )}
        </ol>
      </section>
    </QuizFrame>
  )
}
