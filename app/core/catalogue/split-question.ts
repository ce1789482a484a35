// Parts a question into its face and its key. The face is the same whatever the answer is: choices stand by name, not as written.
import type { LocalizedMock } from '../assessment/mock.ts'
import type { AnswerKey, QuestionFace } from '../assessment/question.ts'
import { sourceLocale, type Locale, type Localized } from '../kernel/locale.ts'
import type { QuestionText } from './quiz-file.ts'

/** One question in each language it was written in, Romanian among them; type, names and answer are known to agree. */
export type TranslatedQuestion = ReadonlyMap<Locale, QuestionText>

type Halves = { face: QuestionFace; answerKey: AnswerKey }

export function splitQuestion(question: TranslatedQuestion): Halves {
  const { face, answerKey } = split(question)
  return { face: { ...face, ...drawn(question) }, answerKey }
}

/** What is drawn above the question, in every language it was drawn in. */
function drawn(question: TranslatedQuestion): Pick<QuestionFace, 'mock'> {
  const { ro, ...others } = Object.fromEntries([...question].flatMap(([locale, { mock }]) => (mock ? [[locale, mock]] : []))) as Partial<LocalizedMock>
  return ro ? { mock: { ro, ...others } } : {}
}

function split(question: TranslatedQuestion): Halves {
  const source = question.get(sourceLocale)
  if (!source) throw new Error('a question has no Romanian text')
  const text = gather(question, (each) => each.text)
  const explanation = gather(question, (each) => each.explanation)
  switch (source.type) {
    case 'single':
      return { face: { type: 'single', text, choices: optionsOf(question, source) }, answerKey: { type: 'single', right: source.answer, why: whyOf(question, source), explanation } }
    case 'multiple':
      return { face: { type: 'multiple', text, choices: optionsOf(question, source) }, answerKey: { type: 'multiple', right: source.answer, why: whyOf(question, source), explanation } }
    case 'matching':
      return {
        face: {
          type: 'matching',
          text,
          left: choicesOf(source.left, (name) => gather(question, (each) => (each.type === 'matching' ? each.left[name] : undefined))),
          right: choicesOf(source.right, (name) => gather(question, (each) => (each.type === 'matching' ? each.right[name] : undefined))),
        },
        answerKey: { type: 'matching', right: source.answer, explanation },
      }
    case 'ordering':
      return {
        face: { type: 'ordering', text, items: choicesOf(source.items, (name) => gather(question, (each) => (each.type === 'ordering' ? each.items[name] : undefined))) },
        answerKey: { type: 'ordering', right: source.answer, explanation },
      }
    case 'numeric':
      return {
        face: { type: 'numeric', text, unit: source.unit === null ? null : gather(question, (each) => (each.type === 'numeric' ? (each.unit ?? undefined) : undefined)) },
        answerKey: { type: 'numeric', right: source.answer, tolerance: source.tolerance, explanation },
      }
    case 'open':
      return {
        face: { type: 'open', text, rubric: rubricOf(question, source), passPoints: source.passPoints },
        answerKey: { type: 'open', full: Object.fromEntries(Object.keys(source.rubric).map((name) => [name, gather(question, (each) => (each.type === 'open' ? each.rubric[name]?.full : undefined))])), explanation },
      }
  }
}

type WithOptions = Extract<QuestionText, { type: 'single' | 'multiple' }>

function optionsOf(question: TranslatedQuestion, source: WithOptions) {
  return choicesOf(source.options, (name) => gather(question, (each) => ('options' in each ? each.options[name]?.text : undefined)))
}

function whyOf(question: TranslatedQuestion, source: WithOptions): Record<string, Localized> {
  return Object.fromEntries(Object.keys(source.options).map((name) => [name, gather(question, (each) => ('options' in each ? each.options[name]?.why : undefined))]))
}

/** As written: criteria stand in the order of the work. */
function rubricOf(question: TranslatedQuestion, source: Extract<QuestionText, { type: 'open' }>) {
  return Object.entries(source.rubric).map(([id, { points }]) => ({ id, points, text: gather(question, (each) => (each.type === 'open' ? each.rubric[id]?.text : undefined)) }))
}

/** By name: the order in which an author writes often begins with the right one. */
function choicesOf(record: Record<string, unknown>, textOf: (name: string) => Localized): { id: string; text: Localized }[] {
  return Object.keys(record)
    .toSorted()
    .map((id) => ({ id, text: textOf(id) }))
}

function gather(question: TranslatedQuestion, pick: (each: QuestionText) => string | undefined): Localized {
  const texts = [...question].flatMap(([locale, each]) => {
    const text = pick(each)
    return text === undefined ? [] : [[locale, text] as const]
  })
  const { ro, ...others } = Object.fromEntries(texts) as Partial<Record<Locale, string>>
  if (ro === undefined) throw new Error('a question has no Romanian text')
  return { ro, ...others }
}
