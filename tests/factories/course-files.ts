// A course as an author writes it, without faults, small and with every type of question; and folders to write it into.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** Text by path within the course. */
export type CourseFiles = Record<string, string>

const sentence = {
  ro: 'Elevii lucrează în perechi, iar profesoara trece printre bănci și ascultă cum explică fiecare pasul pe care l-a făcut.',
  en: 'Pupils work in pairs while the teacher walks between the desks and listens to how each explains the step just taken.',
}

/** 420 words or a little more: a lesson's least. */
export function filler(locale: 'ro' | 'en'): string {
  return Array(22).fill(sentence[locale]).join('\n\n')
}

export function lessonFile({ id = 'TC-1.1', slug = 'prima-lectie', title = 'Prima lecție', locale = 'ro' as 'ro' | 'en', body = '' } = {}): string {
  return `---\nid: ${id}\nslug: ${slug}\ntitle: ${title}\nminutes: 5\ncompetences: ["3.1"]\n---\n\n${body}\n\n${filler(locale)}\n`
}

const sayIn = (locale: 'ro' | 'en') => (text: string) => JSON.stringify(locale === 'ro' ? text : `${text} (en)`)

/** @param mark is put in every text that must not be told before the answer is in. `more`: further questions. */
export function quizFile({ locale = 'ro' as 'ro' | 'en', mark = 'cheie', rightOption = 'b', more = '' } = {}): string {
  const say = sayIn(locale)
  const secret = say(`${mark}: fiindcă așa este`)
  return `id: TC-1-quiz
title: ${say('Verificare')}
questions:
  - id: TC-1-q1
    type: single
    text: ${say('Ce vine întâi?')}
    options:
      c: { text: ${say('Dispozitivul')}, why: ${secret} }
      a: { text: ${say('Aplicația')}, why: ${secret} }
      b: { text: ${say('Obiectivul')}, why: ${secret} }
    answer: ${rightOption}
    explanation: ${secret}
  - id: TC-1-q2
    type: multiple
    text: ${say('Ce cuprinde o atribuire?')}
    options:
      author: { text: ${say('Autorul')}, why: ${secret} }
      licence: { text: ${say('Licența')}, why: ${secret} }
      downloads: { text: ${say('Numărul de descărcări')}, why: ${secret} }
    answer: [author, licence]
    explanation: ${secret}
  - id: TC-1-q3
    type: matching
    text: ${say('Potrivește.')}
    left: { sa: "SA", by: "BY" }
    right: { credit: ${say('numesc autorul')}, alike: ${say('aceeași licență')}, none: ${say('nimic')} }
    answer: { sa: alike, by: credit }
    explanation: ${secret}
  - id: TC-1-q4
    type: ordering
    text: ${say('Pune în ordine.')}
    items: { goal: ${say('Obiectivul')}, find: ${say('Căutarea')}, share: ${say('Distribuirea')} }
    answer: [goal, find, share]
    explanation: ${secret}
  - id: TC-1-q5
    type: numeric
    text: ${say('Câți MB?')}
    unit: MB
    answer: 1.1
    tolerance: 0.05
    explanation: ${secret}
${more}`
}

/** An open question, and a variant of the numeric one. */
export function furtherQuestions({ locale = 'ro' as 'ro' | 'en', mark = 'cheie', points = 2 } = {}): string {
  const say = sayIn(locale)
  const secret = say(`${mark}: fiindcă așa este`)
  return `  - id: TC-1-q6
    type: open
    text: ${say('Ce ați schimba la următoarea oră?')}
    rubric:
      tool: { text: ${say('Alege instrumentul')}, points: ${points}, full: ${secret} }
      goal: { text: ${say('Numește obiectivul')}, points: 1, full: ${secret} }
    passPoints: 2
    explanation: ${secret}
  - id: TC-1-q7
    type: numeric
    variantOf: TC-1-q5
    text: ${say('Câți GB?')}
    answer: 2
    explanation: ${secret}
`
}

/** In Romanian and English, one module with two lessons: 5 + 5 + 25 + 15 minutes. */
export function courseFiles({ id = 'TC', slug = 'curs-de-proba', change = 'material', summary = 'Un curs mic.', passPercent = 70 } = {}): CourseFiles {
  const folder = '01-inceput'
  const lesson = (locale: 'ro' | 'en', number: number) => lessonFile({ id: `TC-1.${number}`, slug: `lectia-${number}`, title: locale === 'ro' ? `Lecția ${number}` : `Lesson ${number}`, locale, body: locale === 'ro' ? '## Început' : '## Start' })
  return {
    'course.yaml': `id: ${id}
slug: ${slug}
theme: digital_pedagogy
title: { ro: "Curs de probă", en: "A course to try" }
summary: { ro: ${JSON.stringify(summary)}, en: "A small course." }
countsTowardIndicator: true
validityMonths: 60
passPercent: ${passPercent}
change: ${change}
licence: CC-BY-4.0
authors: ["Echipa Catedra"]
modules:
  - id: TC-1
    folder: ${folder}
    title: { ro: "Început", en: "Start" }
    minutes: { activity: 25, quiz: 15 }
    outcomes:
      - { competence: "3.1", level: B1, text: { ro: "Alege instrumentul după obiectiv", en: "Choose the tool after the goal" } }
`,
    ...Object.fromEntries((['ro', 'en'] as const).flatMap((locale) => [1, 2].map((number) => [`${locale}/${folder}/0${number}-lectia.mdx`, lesson(locale, number)]))),
    [`ro/${folder}/questions.quiz.yaml`]: quizFile(),
    [`en/${folder}/questions.quiz.yaml`]: quizFile({ locale: 'en' }),
  }
}

/** A folder for courses that is removed after the last test of the file. */
export function courseFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-courses-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Replaces the course of this name in the folder. */
export function writeCourse(folder: string, slug: string, files: CourseFiles): void {
  fs.rmSync(path.join(folder, slug), { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, slug, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, slug, name), text)
  }
}
