// The fields of an open question: what is looked for, and room to write.
import { cleanText, countCharacters, countWords } from '#app/core/assessment/open-answer.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatNumber } from '#app/language/format.ts'
import { Told } from '../course/told.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

/** `name`: also where its error stands, `…-error`. */
export function OpenField({ name, rubric, typed, isWrong }: { name: string; rubric: { text: Localized; points: number }[]; typed: string | undefined; isWrong: boolean }) {
  const t = useTranslate()
  return (
    <>
      <p className="rubric-title" id={`${name}-rubric`}>
        {t('learning:quiz.rubric')}
      </p>
      <ul className="rubric" aria-labelledby={`${name}-rubric`}>
        {rubric.map(({ text, points }, at) => (
          <li key={at}>
            <Told text={text} /> <span className="quietly points">({t('learning:quiz.points', { count: points })})</span>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={`${name}-value`}>{t('learning:quiz.answer')}</label>
        <textarea id={`${name}-value`} name={name} rows={10} defaultValue={typed} aria-invalid={isWrong || undefined} aria-describedby={isWrong ? `${name}-error` : undefined} />
      </div>
    </>
  )
}

/** How much is written, beside the error that it is too little or too much. */
export function useLengthText(): (error: string | undefined, typed?: string) => string | null {
  const t = useTranslate()
  const locale = useLocale()
  return (error, typed = '') => {
    const text = cleanText(typed)
    if (error === 'learning:quiz.error.short') return t('learning:quiz.words', { count: countWords(text) })
    return error === 'learning:quiz.error.long' ? t('learning:quiz.characters', { number: formatNumber(countCharacters(text), locale) }) : null
  }
}
