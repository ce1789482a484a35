// What an attempt came to: passed or not yet; of a range, how much was judged right, then and the first time.
import type { QuizKind } from '#app/core/assessment/question.ts'
import { formatInstant } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'

type ResultHeadFacts = {
  quiz: { kind: QuizKind; passPercent: number; questions: { asked: number; scored: number } }
  attempt: { number: number; submittedAt: string; percent: number; passed: boolean }
  firstPercent: number | null
  isTold: boolean
}

export function ResultHead({ quiz, attempt, firstPercent, isTold }: ResultHeadFacts) {
  const t = useTranslate()
  const locale = useLocale()
  const { asked, scored } = quiz.questions
  const isRange = quiz.kind === 'range'
  const verdict = attempt.passed ? 'learning:result.passed' : isTold ? 'learning:result.failedBefore' : 'learning:result.failed'
  const score = isRange ? t('learning:range.score', { percent: attempt.percent }) : t('learning:result.score', { percent: attempt.percent, pass: quiz.passPercent })
  return (
    <section className="result" data-tone={isRange || attempt.passed ? 'done' : 'due'} aria-labelledby="result">
      <h2 id="result">{t(isRange ? 'learning:range.result' : verdict)}</h2>
      <p className="score">{score}</p>
      {firstPercent !== null && <p>{t('learning:range.first', { percent: firstPercent })}</p>}
      {scored < asked && <p>{t('learning:quiz.scored', { asked, count: scored })}</p>}
      <p className="quietly">
        {t(isRange ? 'learning:range.attempt' : 'learning:quiz.attempt', { number: attempt.number })}. {t('learning:result.handedIn', { instant: formatInstant(new Date(attempt.submittedAt), locale) })}
      </p>
    </section>
  )
}
