// A published course as rows, with every type of question, for tests that do not care how courses are written.
import type { AnswerKey, QuestionFace } from '#app/core/assessment/question.ts'
import type { LessonBlock } from '#app/core/catalogue/lesson-blocks.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import type { TestWorld } from '#tests/setup/world.ts'

/** `variantOf`: the number of the question, from 1, that it is a variant of. */
type QuestionIn = { face: QuestionFace; key: AnswerKey; variantOf?: number }

/** `mark` is put in every text that must not be told before the answer is in. `hasOpen`: each quiz asks an open question too, and has variants of its first and of that. */
export type CourseIn = { id?: string; slug?: string; title?: Localized; modules?: number; lessonsInModule?: number; validityMonths?: number | null; passPercent?: number; countsTowardIndicator?: boolean; mark?: string; hasOpen?: boolean }
export type PublishedCourse = { courseId: string; versionId: string; slug: string }

/** Publishes version 1, or the next one of a course that is there. Pass mark 70, no end of validity when nothing else is said. */
export async function publishTestCourse(world: TestWorld, { id = 'PD', slug = 'pedagogie-digitala', title = { ro: 'Pedagogie digitală', en: 'Digital pedagogy' }, modules = 2, lessonsInModule = 2, validityMonths = null, passPercent = 70, countsTowardIndicator = true, mark = '', hasOpen = false }: CourseIn = {}): Promise<PublishedCourse> {
  const number = (await world.db.courseVersion.count({ where: { courseId: id } })) + 1
  await world.db.course.upsert({ where: { id }, create: { id, slug }, update: {} })
  const version = await world.db.courseVersion.create({
    data: {
      courseId: id,
      number,
      contentHash: `${id}-${number}`,
      publishedAt: await world.clock(),
      isMaterial: true,
      theme: 'digital_pedagogy',
      title,
      summary: { ro: 'Lecții bune cu puțină tehnologie.', en: 'Good lessons with little technology.' },
      minutes: modules * (lessonsInModule * 20 + 40),
      passPercent,
      validityMonths,
      countsTowardIndicator,
      licence: 'CC-BY-4.0',
      authors: ['Echipa Catedra'],
    },
  })
  for (let at = 1; at <= modules; at++) await createModule(world, version.id, `${id}-${at}`, at, lessonsInModule, hasOpen ? [...questions(mark), ...openQuestions(mark)] : questions(mark))
  return { courseId: id, versionId: version.id, slug }
}

async function createModule(world: TestWorld, versionId: string, key: string, position: number, lessons: number, asked: QuestionIn[]): Promise<void> {
  const module = await world.db.module.create({
    data: {
      versionId,
      key,
      position,
      title: { ro: `Modulul ${position}`, en: `Module ${position}` },
      activityMinutes: 25,
      quizMinutes: 15,
      outcomes: [{ competence: '3.1', level: 'B1', text: { ro: `Alege instrumentul după obiectiv (${position})` } }],
    },
  })
  for (let at = 1; at <= lessons; at++) {
    await world.db.lesson.create({
      data: {
        versionId,
        moduleId: module.id,
        key: `${key}.${at}`,
        slug: `lectia-${position}-${at}`,
        position: (position - 1) * lessons + at,
        minutes: 20,
        competences: ['3.1'],
        texts: {
          create: [
            { locale: 'ro', title: `Lecția ${position}.${at}`, html: `<h2>Început</h2><p>Textul lecției ${position}.${at}, cu ș și ț.</p>${marks}<p>Sfârșit.</p>`, blocks: blocks('ro'), words: 8 },
            { locale: 'en', title: `Lesson ${position}.${at}`, html: `<h2>Start</h2><p>The text of lesson ${position}.${at}.</p>${marks}`, blocks: blocks('en'), words: 6 },
          ],
        },
      },
    })
  }
  await world.db.quiz.create({
    data: {
      versionId,
      moduleId: module.id,
      key: `${key}-quiz`,
      slug: `verificare-${position}`,
      title: { ro: `Verificarea ${position}`, en: `Check ${position}` },
      questions: {
        create: asked.map(({ face, key: answer, variantOf }, index) => ({
          key: `${key}-q${index + 1}`,
          position: index + 1,
          face,
          variantOf: variantOf ? `${key}-q${variantOf}` : null,
          answerKey: { create: { key: answer } },
        })),
      },
    },
  })
}

const marks = '<lesson-block></lesson-block>'.repeat(2)

function blocks(locale: 'ro' | 'en'): LessonBlock[] {
  const say = (text: string) => (locale === 'ro' ? text : `${text} (en)`)
  return [
    { kind: 'checklist', title: say('Înainte de oră'), items: ['Am <em>tăblițele</em>.', 'Am fișa.', 'Am planul B.'].map(say) },
    { kind: 'reflection', title: say('Acum tu'), prompt: `<p>${say('Ce schimbi mâine?')}</p>` },
  ]
}

/** Ids carry the mark too: an author may name a choice after the answer. */
function questions(mark: string): QuestionIn[] {
  const id = (name: string) => `${mark}${name}`
  const choice = (name: string, text: string) => ({ id: id(name), text: { ro: text, en: `${text} (en)` } })
  const explanation = { ro: `Explicația ${mark}` }
  const why = (...names: string[]) => Object.fromEntries(names.map((name) => [id(name), { ro: `De ce ${name} ${mark}` }]))
  const text = (ro: string): Localized => ({ ro, en: `${ro} (en)` })
  return [
    {
      face: { type: 'single', text: text('Ce vine întâi?'), choices: [choice('a', 'Aplicația'), choice('b', 'Obiectivul'), choice('c', 'Dispozitivul')] },
      key: { type: 'single', right: id('b'), why: why('a', 'b', 'c'), explanation },
    },
    {
      face: { type: 'multiple', text: text('Ce cuprinde o atribuire?'), choices: [choice('a', 'Autorul'), choice('b', 'Licența'), choice('c', 'Numărul de descărcări')] },
      key: { type: 'multiple', right: [id('a'), id('b')], why: why('a', 'b', 'c'), explanation },
    },
    {
      face: { type: 'matching', text: text('Potrivește.'), left: [choice('by', 'BY'), choice('sa', 'SA')], right: [choice('credit', 'numesc autorul'), choice('alike', 'aceeași licență'), choice('none', 'nimic')] },
      key: { type: 'matching', right: { [id('by')]: id('credit'), [id('sa')]: id('alike') }, explanation },
    },
    {
      face: { type: 'ordering', text: text('Pune în ordine.'), items: [choice('goal', 'Scriu obiectivul'), choice('find', 'Caut materiale'), choice('share', 'Dau mai departe')] },
      key: { type: 'ordering', right: [id('goal'), id('find'), id('share')], explanation },
    },
    { face: { type: 'numeric', text: text('Cât face 6 × 150 + 200, în mii?'), unit: { ro: 'MB' } }, key: { type: 'numeric', right: 1.1, tolerance: 0.05, explanation } },
  ]
}

/** Numbers 6 to 9: an open question, two variants of it, and one of the first question. */
function openQuestions(mark: string): QuestionIn[] {
  const open = (text: string, variantOf?: number): QuestionIn => ({
    face: {
      type: 'open',
      text: { ro: text, en: `${text} (en)` },
      rubric: [
        { id: 'goal', text: { ro: 'Numește obiectivul' }, points: 1 },
        { id: 'steps', text: { ro: 'Descrie pașii' }, points: 3 },
      ],
      passPoints: 3,
    },
    key: { type: 'open', full: { goal: { ro: `Obiectivul este scris ${mark}` }, steps: { ro: `Pașii sunt în ordine ${mark}` } }, explanation: { ro: `Un exemplu ${mark}` } },
    variantOf,
  })
  const [first] = questions(mark)
  return [open('Ce ați schimba la ora de mâine?'), open('Ce ați păstra din ora de ieri?', 6), open('Ce ați spune unui coleg?', 6), { ...first!, variantOf: 1 }]
}
