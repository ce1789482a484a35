// A question of a result: what was answered, whether it is right, in words, and why, as far as it is told.
import type { LocalizedMock } from '#app/core/assessment/mock.ts'
import type { Review, ReviewLine } from '#app/core/assessment/review.ts'
import type { QuestionType } from '#app/core/assessment/question.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { Told } from '../course/told.tsx'
import { useTranslate } from '../reader.tsx'
import { MockFigure } from './mock-figure.tsx'

type ResultQuestionFacts = { number: number; type: QuestionType; text: Localized; mock?: LocalizedMock | undefined; review: Review }

export function ResultQuestion({ number, type, text, mock, review }: ResultQuestionFacts) {
  const t = useTranslate()
  const share = review.share && (type === 'multiple' || type === 'matching' || type === 'ordering') ? t(`learning:result.share.${type}`, review.share) : null
  return (
    <li className="result-question" data-verdict={review.verdict}>
      <h3>
        <span className="question-number">{t('learning:quiz.question', { number })}</span> <Told text={text} />
      </h3>
      {mock && <MockFigure mock={mock} isOpen />}
      <p className="verdict">
        <strong>{t(`learning:result.verdict.${review.verdict}`)}</strong>
        {review.verdict === 'partly' && share && `, ${share}`}
      </p>
      <h4>{t('learning:result.given')}</h4>
      <Lines type={type} lines={review.given} />
      {review.right && (
        <>
          <h4>{t('learning:result.right')}</h4>
          <Lines type={type} lines={review.right} />
        </>
      )}
      {review.explanation && (
        <p className="explanation">
          <strong>{t('learning:result.explanation')}:</strong> <Told text={review.explanation} />
        </p>
      )}
    </li>
  )
}

function Lines({ type, lines }: { type: QuestionType; lines: ReviewLine[] }) {
  const t = useTranslate()
  const List = type === 'ordering' ? 'ol' : 'ul'
  return (
    <List className="answer-lines">
      {lines.map(({ label, text, isRight, why }, at) => (
        <li key={at} data-right={isRight ?? undefined}>
          {label && (
            <>
              <Told text={label} />:{' '}
            </>
          )}
          {text ? <Told text={text} /> : t('learning:result.open')}
          {isRight !== null && type !== 'single' && ` (${t(isRight ? 'learning:result.lineRight' : 'learning:result.lineWrong')})`}
          {why && (
            <span className="why">
              <Told text={why} />
            </span>
          )}
        </li>
      ))}
    </List>
  )
}
