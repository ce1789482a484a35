// The answer sheet: all questions on one page, one plain form. Two buttons: hand in, or keep for another time.
import type { SheetValues } from '#app/core/assessment/sheet.ts'
import { fieldName } from '#app/core/assessment/sheet.ts'
import type { ShownQuestion } from '#app/core/assessment/shown-question.ts'
import { formatInstant } from '#app/language/format.ts'
import { ErrorSummary } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'
import { QuestionField } from './question-field.tsx'

type OpenSheet = { attempt: number; questions: ShownQuestion[]; values: SheetValues; savedAt: string | null }
/** What was posted and what is wrong with it, by field of the question, or `form` for all of it. */
export type RefusedSheet = { values: SheetValues; errors: Record<string, string> }

/** `address`: of the quiz; a draft goes to `draft` below it. */
export function AnswerSheet({ address, sheet, refused }: { address: string; sheet: OpenSheet; refused?: RefusedSheet }) {
  const t = useTranslate()
  const locale = useLocale()
  const values = refused && !refused.errors['form'] ? refused.values : sheet.values
  const labels = Object.fromEntries(sheet.questions.map((_, at) => [fieldName(at + 1), t('learning:quiz.question', { number: at + 1 })]))
  return (
    <>
      <ErrorSummary state={refused && { values: {}, errors: refused.errors }} labels={labels} />
      {sheet.savedAt && !refused && <p className="notice">{t('learning:quiz.draftFrom', { instant: formatInstant(new Date(sheet.savedAt), locale) })}</p>}
      {!sheet.savedAt && !refused && Object.keys(sheet.values).length > 0 && <p className="notice">{t('learning:quiz.textKept')}</p>}
      <form className="answer-sheet" method="post" action={address} noValidate data-draft={`${address}/draft`}>
        <input type="hidden" name="attempt" value={sheet.attempt} />
        {sheet.questions.map((question, at) => (
          <QuestionField key={at} number={at + 1} question={question} values={values} error={refused?.errors[fieldName(at + 1)]} />
        ))}
        <p className="draft-status quietly" role="status" data-saving={t('learning:quiz.saving')} data-saved={t('learning:quiz.saved')} data-failed={t('learning:quiz.saveFailed')} />
        <p className="actions">
          <button type="submit">{t('learning:quiz.submit')}</button>
          <button className="secondary" type="submit" formAction={`${address}/draft`}>
            {t('learning:quiz.later')}
          </button>
        </p>
      </form>
    </>
  )
}
