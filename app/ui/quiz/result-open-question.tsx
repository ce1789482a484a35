// An open question of a result: one's own text, what a good one holds, and the rubric as a form to judge oneself by.
import type { OpenReview } from '#app/core/assessment/self-assessment.ts'
import { fieldName, type SheetValues } from '#app/core/assessment/sheet.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { tell, Told } from '../course/told.tsx'
import { ErrorSummary, useErrorText } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

/** What was posted and what is wrong with it, by field. */
export type RefusedAssessment = { values: SheetValues; errors: Record<string, string> }

type Facts = { number: number; text: Localized; review: OpenReview; isSaved: boolean; refused?: RefusedAssessment }

export function ResultOpenQuestion({ number, text, review, isSaved, refused }: Facts) {
  const t = useTranslate()
  return (
    <li className="result-question" id={fieldName(number)}>
      <h3>
        <span className="question-number">{t('learning:quiz.question', { number })}</span> <Told text={text} />
      </h3>
      <p className="quietly">{t('learning:result.unscored')}</p>
      <h4>{t('learning:result.given')}</h4>
      <blockquote className="own-text">{review.text}</blockquote>
      <h4>{t('learning:result.example')}</h4>
      <p className="explanation">
        <Told text={review.explanation} />
      </p>
      <OwnAssessment number={number} review={review} isSaved={isSaved} refused={refused} />
    </li>
  )
}

function OwnAssessment({ number, review: { rubric, passPoints, own }, isSaved, refused }: Omit<Facts, 'text'>) {
  const t = useTranslate()
  const locale = useLocale()
  const most = rubric.reduce((sum, { points }) => sum + points, 0)
  const valueOf = (name: string, at: number) => (refused ? refused.values[name]?.[0] : own?.[at]?.toString())
  return (
    <form className="own-assessment" method="post" action={`#${fieldName(number)}`} noValidate aria-labelledby={`own-${number}`}>
      <h4 id={`own-${number}`}>{t('learning:result.own.title')}</h4>
      <p>
        {t('learning:result.own.lead')} {t('learning:result.own.pass', { count: passPoints, most })}
      </p>
      {own && !refused && (
        <p className="notice" data-tone="done" role={isSaved ? 'status' : undefined}>
          {t('learning:result.own.kept')} {t('learning:result.own.sum', { own: own.reduce((sum, points) => sum + points, 0), most })}
        </p>
      )}
      <ErrorSummary state={refused && { values: {}, errors: refused.errors }} labels={Object.fromEntries(rubric.map(({ text }, at) => [fieldName(number, at + 1), tell(text, locale).text]))} />
      <input type="hidden" name="question" value={number} />
      <ul className="pairs">
        {rubric.map((criterion, at) => {
          const name = fieldName(number, at + 1)
          return <Criterion key={at} name={name} criterion={criterion} value={valueOf(name, at)} error={refused?.errors[name]} />
        })}
      </ul>
      <button className="secondary" type="submit">
        {t('learning:result.own.submit')}
      </button>
    </form>
  )
}

function Criterion({ name, criterion: { text, points, full }, value = '', error }: { name: string; criterion: OpenReview['rubric'][number]; value: string | undefined; error: string | undefined }) {
  const t = useTranslate()
  const errorText = useErrorText()(error)
  return (
    <li>
      <div>
        <label htmlFor={name}>
          <Told text={text} /> <span className="quietly points">({t('learning:quiz.points', { count: points })})</span>
        </label>
        {full && (
          <span className="why" id={`${name}-full`}>
            {t('learning:result.own.full')}
            <Told text={full} />
          </span>
        )}
        {errorText && (
          <p className="field-error" id={`${name}-error`}>
            {errorText}
          </p>
        )}
      </div>
      <select id={name} name={name} defaultValue={value} aria-invalid={errorText ? true : undefined} aria-describedby={[full ? `${name}-full` : '', errorText ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined}>
        <option value="">{t('learning:quiz.choose')}</option>
        {Array.from({ length: points + 1 }, (_, each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </li>
  )
}
