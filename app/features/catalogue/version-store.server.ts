// Reads published versions, without any key: nothing here selects from question_key.
import { z } from 'zod'
import { minutesOfRange } from '#app/core/assessment/range.ts'
import { questionFace, quizKinds, type QuizKind } from '#app/core/assessment/question.ts'
import { competenceCodes, competenceLevels } from '#app/core/catalogue/competences.ts'
import { lessonBlock } from '#app/core/catalogue/lesson-blocks.ts'
import type { CourseSummary, ModuleOutline, Outcome, QuizOutline, VersionOutline } from '#app/core/catalogue/outline.ts'
import { themes } from '#app/core/kernel/dimensions.ts'
import { locales, type Locale, type Localized } from '#app/core/kernel/locale.ts'
import type { Queryable } from '#app/platform/db.server.ts'

const localized: z.ZodType<Localized> = z.object({ ro: z.string(), en: z.string().optional(), sv: z.string().optional() })
const outcomes: z.ZodType<Outcome[]> = z.array(z.object({ competence: z.enum(competenceCodes), level: z.enum(competenceLevels), text: localized }))
const theme = z.enum(themes)

/** All of a version but its modules. */
export type VersionHead = Omit<VersionOutline, 'modules' | 'locales'>

/** More than a country writes; a list is bounded. */
const MOST_COURSES = 500

const headFields = {
  id: true,
  number: true,
  courseId: true,
  publishedAt: true,
  theme: true,
  title: true,
  summary: true,
  minutes: true,
  passPercent: true,
  validityMonths: true,
  countsTowardIndicator: true,
  licence: true,
  authors: true,
  course: { select: { slug: true } },
} as const

/** The version that a course is taught in now, by the course's address. */
export async function findCurrentVersionId(db: Queryable, slug: string): Promise<string | null> {
  const version = await db.courseVersion.findFirst({ where: { course: { slug } }, orderBy: { number: 'desc' }, select: { id: true } })
  return version?.id ?? null
}

export async function findVersionHead(db: Queryable, versionId: string): Promise<VersionHead | null> {
  const row = await db.courseVersion.findUnique({ where: { id: versionId }, select: headFields })
  if (!row) return null
  const { course, ...head } = row
  return { ...head, slug: course.slug, theme: theme.parse(head.theme), title: localized.parse(head.title), summary: localized.parse(head.summary) }
}

export async function listModules(db: Queryable, versionId: string): Promise<ModuleOutline[]> {
  const rows = await db.module.findMany({
    where: { versionId },
    orderBy: { position: 'asc' },
    select: {
      key: true,
      position: true,
      title: true,
      activityMinutes: true,
      quizMinutes: true,
      outcomes: true,
      lessons: {
        orderBy: { position: 'asc' },
        select: { key: true, slug: true, position: true, minutes: true, competences: true, texts: { select: { locale: true, title: true } } },
      },
      quizzes: { select: { kind: true, key: true, slug: true, title: true, questions: { orderBy: { position: 'asc' }, select: { key: true, face: true, variantOf: true } } } },
    },
  })
  return rows.map(({ title, quizMinutes, lessons, quizzes, ...module }) => {
    const [quiz, range = null] = quizKinds.map((kind) => quizzes.find((each) => each.kind === kind)).map((found) => found && toQuiz(found, quizMinutes))
    if (!quiz) throw new Error(`module ${module.key} of version ${versionId} has no quiz`)
    return {
      ...module,
      title: localized.parse(title),
      outcomes: outcomes.parse(module.outcomes),
      lessons: lessons.map(({ texts, ...lesson }) => ({
        ...lesson,
        title: localized.parse(Object.fromEntries(texts.map((text) => [text.locale, text.title]))),
        locales: locales.filter((locale) => texts.some((text) => text.locale === locale)),
      })),
      quiz,
      range,
    }
  })
}

type QuizRow = { kind: QuizKind; key: string; slug: string; title: unknown; questions: { key: string; face: unknown; variantOf: string | null }[] }

function toQuiz({ title, questions, ...quiz }: QuizRow, testMinutes: number): QuizOutline {
  return {
    ...quiz,
    title: localized.parse(title),
    minutes: quiz.kind === 'test' ? testMinutes : minutesOfRange(questions.filter(({ variantOf }) => variantOf === null).length),
    questions: questions.map(({ face, ...question }) => ({ ...question, face: questionFace.parse(face) })),
  }
}

/** A lesson with its texts in every language it was written in. */
export async function findLessonTexts(db: Queryable, versionId: string, slug: string) {
  const lesson = await db.lesson.findUnique({
    where: { versionId_slug: { versionId, slug } },
    select: { key: true, slug: true, texts: { select: { locale: true, title: true, html: true, blocks: true, words: true } } },
  })
  return lesson && { ...lesson, texts: lesson.texts.map(({ blocks, ...text }) => ({ ...text, blocks: z.array(lessonBlock).parse(blocks) })) }
}

/** The current version of every course. */
export async function listCurrentVersions(db: Queryable): Promise<CourseSummary[]> {
  const courses = await db.course.findMany({
    take: MOST_COURSES,
    select: {
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { ...headFields, modules: { select: { lessons: { select: { texts: { select: { locale: true } } } } } } },
      },
    },
  })
  return courses.flatMap(({ versions: [version] }) => {
    if (!version) return []
    const lessons = version.modules.flatMap((module) => module.lessons)
    const { courseId, minutes, countsTowardIndicator } = version
    return {
      courseId,
      versionId: version.id,
      slug: version.course.slug,
      theme: theme.parse(version.theme),
      title: localized.parse(version.title),
      summary: localized.parse(version.summary),
      minutes,
      countsTowardIndicator,
      locales: commonLocales(lessons.map(({ texts }) => texts.map((text) => text.locale))),
      modules: version.modules.length,
      lessons: lessons.length,
    }
  })
}

/** The languages that every lesson has. */
export function commonLocales(lessons: readonly (readonly string[])[]): Locale[] {
  return locales.filter((locale) => lessons.every((own) => own.includes(locale)))
}
