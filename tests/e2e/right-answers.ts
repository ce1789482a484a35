// What a teacher who knows the course answers, found by the words on the sheet: the answer keys are read from the course's
// files, as an author would look them up, and never from the site.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'yaml'

type Options = Record<string, { text: string }>
type Question =
  | { type: 'single'; text: string; options: Options; answer: string }
  | { type: 'multiple'; text: string; options: Options; answer: string[] }
  | { type: 'matching'; text: string; left: Record<string, string>; right: Record<string, string>; answer: Record<string, string> }
  | { type: 'ordering'; text: string; items: Record<string, string>; answer: string[] }
  | { type: 'numeric'; text: string; answer: number }
  | { type: 'open'; text: string }

/** Of an open question no answer is wrong that is long enough. */
const OPEN_ANSWER = 'Aș încerca mai întâi cu o singură clasă, aș nota ce a mers și ce nu, apoi aș povesti colegilor ce am schimbat și de ce.'

/** All questions of a course in one language, variants among them. */
export function readQuestions(course: string, locale: 'ro' | 'en'): Question[] {
  const folder = path.join('courses', course, locale)
  return fs
    .readdirSync(folder)
    .flatMap((module) => fs.readdirSync(path.join(folder, module)).map((file) => path.join(folder, module, file)))
    .filter((file) => file.endsWith('.quiz.yaml'))
    .flatMap((file) => (parse(fs.readFileSync(file, 'utf8')) as { questions: Question[] }).questions)
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Answers every question on the sheet. `wrongly`: single and numeric ones so that they are wrong. */
export async function fillSheet(page: Page, questions: Question[], { wrongly = false } = {}): Promise<void> {
  // An address is that of a page before the page is there.
  await page.locator('form.answer-sheet').waitFor()
  await page.waitForLoadState()
  for (const fieldset of await page.locator('fieldset.question').all()) {
    const legend = plain(await fieldset.locator('legend').innerText())
    // Of a closed list no words are rendered but the chosen ones.
    const shown = plain((await fieldset.textContent())!)
    // Variants may ask the same of other things.
    const question = questions.find((each) => legend.endsWith(plain(each.text)) && offersOf(each).every((offer) => shown.includes(plain(offer))))
    if (!question) throw new Error(`The sheet asks what no file of the course asks: ${legend}`)
    await answer(fieldset, question, wrongly)
  }
}

/** What a question lets one choose or place. */
function offersOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return Object.values(question.options).map(({ text }) => text)
    case 'matching':
      return [...Object.values(question.left), ...Object.values(question.right)]
    case 'ordering':
      return Object.values(question.items)
    case 'numeric':
    case 'open':
      return []
  }
}

async function answer(fieldset: Locator, question: Question, wrongly: boolean): Promise<void> {
  switch (question.type) {
    case 'single': {
      const id = wrongly ? Object.keys(question.options).find((other) => other !== question.answer)! : question.answer
      return choose(fieldset, question.options[id]!.text)
    }
    case 'multiple':
      for (const id of question.answer) await choose(fieldset, question.options[id]!.text)
      return
    case 'matching':
      for (const [left, right] of Object.entries(question.answer)) await select(fieldset, question.left[left]!, question.right[right]!)
      return
    case 'ordering':
      for (const [place, id] of question.answer.entries()) await select(fieldset, question.items[id]!, String(place + 1))
      return
    case 'numeric':
      return fieldset.locator('input[type=text]').fill(wrongly ? '98765' : String(question.answer).replace('.', ','))
    case 'open':
      return fieldset.locator('textarea').fill(OPEN_ANSWER)
  }
}

async function choose(fieldset: Locator, text: string): Promise<void> {
  for (const label of await fieldset.locator('label.choice').all()) {
    if (plain(await label.innerText()) === plain(text)) return label.locator('input').check()
  }
  throw new Error(`The sheet does not offer: ${text}`)
}

async function select(fieldset: Locator, label: string, option: string): Promise<void> {
  for (const line of await fieldset.locator('.pairs > li, .ordering > li').all()) {
    if (plain(await line.locator('label').innerText()) !== plain(label)) continue
    await line.locator('select').selectOption({ label: option })
    return
  }
  throw new Error(`The sheet does not ask for: ${label}`)
}
