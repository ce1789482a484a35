// What is asked of who opens a quiz: how many questions, how long, and what passing takes; of a range, what it is for.
import { PAUSE_MINUTES } from '#app/core/assessment/attempts.ts'
import type { QuizKind } from '#app/core/assessment/question.ts'
import { RANGE_DAYS } from '#app/core/assessment/range.ts'
import { formatMinutes } from '#app/language/format.ts'
import { useTranslate } from '../reader.tsx'

type QuizLeadFacts = { quiz: { kind: QuizKind; minutes: number; passPercent: number; questions: { asked: number; scored: number } }; attempt: number | null }

/** `attempt`: the one that is open, if any. */
export function QuizLead({ quiz, attempt }: QuizLeadFacts) {
  const t = useTranslate()
  const { asked, scored } = quiz.questions
  const isRange = quiz.kind === 'range'
  return (
    <>
      <p className="quietly">
        {t('learning:course.questions', { count: asked })}, {formatMinutes(quiz.minutes)}
        {attempt !== null && `. ${t(isRange ? 'learning:range.attempt' : 'learning:quiz.attempt', { number: attempt })}`}
      </p>
      {isRange ? (
        <>
          <p>{t('learning:range.lead')}</p>
          <p>{t('learning:range.counts', { days: RANGE_DAYS })}</p>
        </>
      ) : (
        <p>{t('learning:quiz.lead', { percent: quiz.passPercent, minutes: PAUSE_MINUTES })}</p>
      )}
      {scored < asked && <p>{t('learning:quiz.scored', { asked, count: scored })}</p>}
    </>
  )
}
