// One question of an answer sheet: its text as the legend, what is wrong with the answer, and the fields of its type.
import { FEWEST_WORDS, MOST_CHARACTERS } from '#app/core/assessment/open-answer.ts'
import { fieldName, type SheetValues } from '#app/core/assessment/sheet.ts'
import type { ShownQuestion } from '#app/core/assessment/shown-question.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatNumber } from '#app/language/format.ts'
import { Told, tell } from '../course/told.tsx'
import { useErrorText } from '../form.tsx'
import { useLocale, useTranslate } from '../reader.tsx'
import { MockFigure } from './mock-figure.tsx'
import { OpenField, useLengthText } from './open-field.tsx'

type QuestionProps = { number: number; question: ShownQuestion; values: SheetValues; error?: string }

export function QuestionField({ number, question, values, error }: QuestionProps) {
  const t = useTranslate()
  const locale = useLocale()
  const id = fieldName(number)
  const errorText = useErrorText()(error)
  const lengthText = useLengthText()(error, values[id]?.[0])
  return (
    <fieldset className="question" id={id} tabIndex={-1} data-type={question.type} data-wrong={errorText ? '' : undefined} aria-describedby={errorText ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend>
        <span className="question-number">{t('learning:quiz.question', { number })}</span> <Told text={question.text} />
      </legend>
      {question.mock && <MockFigure mock={question.mock} />}
      <p className="field-hint" id={`${id}-hint`}>
        {t(`learning:quiz.hint.${question.type}`, { words: FEWEST_WORDS, characters: formatNumber(MOST_CHARACTERS, locale) })}
      </p>
      {errorText && (
        <p className="field-error" id={`${id}-error`}>
          {errorText} {lengthText}
        </p>
      )}
      <AnswerFields number={number} question={question} values={values} isWrong={errorText !== undefined} />
    </fieldset>
  )
}

function AnswerFields({ number, question, values, isWrong }: { number: number; question: ShownQuestion; values: SheetValues; isWrong: boolean }) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <Choices number={number} type={question.type === 'single' ? 'radio' : 'checkbox'} choices={question.choices} chosen={values[fieldName(number)] ?? []} />
    case 'matching':
      return (
        <ul className="pairs">
          {question.left.map((text, at) => (
            <Selection key={at} name={fieldName(number, at + 1)} label={text} options={question.right} values={values} isWrong={isWrong} />
          ))}
        </ul>
      )
    case 'ordering':
      return <Ordering number={number} items={question.items} values={values} isWrong={isWrong} />
    case 'numeric':
      return <NumberField name={fieldName(number)} unit={question.unit} values={values} isWrong={isWrong} />
    case 'open':
      return <OpenField name={fieldName(number)} rubric={question.rubric} typed={values[fieldName(number)]?.[0]} isWrong={isWrong} />
  }
}

function Choices({ number, type, choices, chosen }: { number: number; type: 'radio' | 'checkbox'; choices: Localized[]; chosen: string[] }) {
  return (
    <ul className="choices">
      {choices.map((text, at) => (
        <li key={at}>
          <label className="choice">
            <input type={type} name={fieldName(number)} value={at + 1} defaultChecked={chosen.includes(String(at + 1))} />
            <span>
              <Told text={text} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

function Selection({ name, label, options, values, isWrong }: { name: string; label: Localized; options: (Localized | number)[]; values: SheetValues; isWrong: boolean }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <li>
      <label htmlFor={name}>
        <Told text={label} />
      </label>
      <select id={name} name={name} defaultValue={values[name]?.[0] ?? ''} aria-invalid={isWrong || undefined}>
        <option value="">{t('learning:quiz.choose')}</option>
        {options.map((option, at) => {
          const { text, lang } = typeof option === 'number' ? { text: option, lang: undefined } : tell(option, locale)
          return (
            <option key={at} value={at + 1} lang={lang}>
              {text}
            </option>
          )
        })}
      </select>
    </li>
  )
}

/** A script adds buttons that move an item up and down and keep the boxes in step (public/catedra/quiz-ordering.js). */
function Ordering({ number, items, values, isWrong }: { number: number; items: Localized[]; values: SheetValues; isWrong: boolean }) {
  const t = useTranslate()
  const places = items.map((_, at) => at + 1)
  return (
    <ul className="ordering" data-ordering="" data-up={t('learning:quiz.up')} data-down={t('learning:quiz.down')} data-moved={t('learning:quiz.moved')}>
      {items.map((text, at) => (
        <Selection key={at} name={fieldName(number, at + 1)} label={text} options={places} values={values} isWrong={isWrong} />
      ))}
    </ul>
  )
}

function NumberField({ name, unit, values, isWrong }: { name: string; unit: Localized | null; values: SheetValues; isWrong: boolean }) {
  const t = useTranslate()
  return (
    <div className="field">
      <label htmlFor={`${name}-value`}>{unit ? <AnswerIn unit={unit} /> : t('learning:quiz.answer')}</label>
      <input id={`${name}-value`} name={name} type="text" inputMode="decimal" autoComplete="off" maxLength={40} defaultValue={values[name]?.[0]} aria-invalid={isWrong || undefined} aria-describedby={isWrong ? `${name}-error` : undefined} />
    </div>
  )
}

/** The unit may be in another language than the words around it. */
function AnswerIn({ unit }: { unit: Localized }) {
  const [before, after] = useTranslate()('learning:quiz.answerIn', { unit: '\n' }).split('\n')
  return (
    <>
      {before}
      <Told text={unit} />
      {after}
    </>
  )
}
