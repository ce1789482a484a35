// The result of one's own attempt.
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAttemptResult } from '#app/features/learning/find-attempt-result.server.ts'
import { formatInstant } from '#app/language/format.ts'
import { translator } from '#app/language/translate.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { countParam, slugParam } from '#app/platform/http/params.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { unitPath } from '#app/ui/course/paths.ts'
import { tell } from '#app/ui/course/told.tsx'
import { NextStep } from '#app/ui/quiz/next-step.tsx'
import { QuizFrame } from '#app/ui/quiz/quiz-frame.tsx'
import { ResultQuestion } from '#app/ui/quiz/result-question.tsx'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const address = { courseSlug: slugParam(params['slug']), quizSlug: slugParam(params['quiz']), attempt: countParam(params['number']) }
  const actor = await requireCan(request, 'enrolment.use', await requireActor(request))
  const view = await findAttemptResult(world(), actor, address)
  if (!view) throw notFound()
  const locale = readLocale(request)
  const t = translator(locale)
  return json({ title: `${t('learning:result.title', { number: address.attempt })} · ${tell(view.quiz.title, locale).text} · ${t('shell:brand')}`, ...view })
}

export default function AttemptPage() {
  const t = useTranslate()
  const locale = useLocale()
  const { attempt, questions, isTold, next, ...frame } = useLoaderData<typeof loader>()
  const { course, quiz, module } = frame
  return (
    <QuizFrame {...frame}>
      <section className="result" data-tone={attempt.passed ? 'done' : 'due'} aria-labelledby="result">
        <h2 id="result">{t(attempt.passed ? 'learning:result.passed' : isTold ? 'learning:result.failedBefore' : 'learning:result.failed')}</h2>
        <p className="score">{t('learning:result.score', { percent: attempt.percent, pass: quiz.passPercent })}</p>
        <p className="quietly">
          {t('learning:quiz.attempt', { number: attempt.number })}. {t('learning:result.handedIn', { instant: formatInstant(new Date(attempt.submittedAt), locale) })}
        </p>
      </section>
      <NextStep course={course.slug} address={unitPath(course.slug, { kind: 'quiz', slug: quiz.slug })} next={next} lessons={module.units.filter((unit) => unit.kind === 'lesson')} />
      <section className="panel" aria-labelledby="answers">
        <h2 id="answers">{t('learning:result.answers')}</h2>
        {!isTold && <p>{t('learning:result.notTold')}</p>}
        <ol className="result-questions">
          {questions.map(({ type, text, review }, at) => (
            <ResultQuestion key={at} number={at + 1} type={type} text={text} review={review} />
          ))}
        </ol>
      </section>
    </QuizFrame>
  )
}
