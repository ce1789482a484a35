// What search engines are told of a course: schema.org Course as JSON-LD (https://schema.org/Course), with all that Google asks for
// of a course (developers.google.com/search/docs/appearance/structured-data/course-info). A block of data, never run.
import { competenceLevels, type CompetenceLevel } from '#app/core/catalogue/competences.ts'
import type { Theme } from '#app/core/kernel/dimensions.ts'
import type { Locale, Localized } from '#app/core/kernel/locale.ts'
import { term } from '#app/language/translate.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { coursePath } from './paths.ts'
import { tell } from './told.tsx'

export type StructuredCourse = {
  slug: string
  theme: Theme
  title: Localized
  summary: Localized
  minutes: number
  locales: Locale[]
  licence: string
  authors: string[]
  /** An instant, as JSON has it. */
  publishedAt: string
}

export type StructuredModule = { title: Localized; activityMinutes: number; units: { minutes: number }[]; outcomes: { level: CompetenceLevel; text: Localized }[] }

/** Inside a script element, "<" could end it; as an escape it means the same and cannot. */
export function escapeForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function StructuredData({ course, modules, publicUrl }: { course: StructuredCourse; modules: StructuredModule[]; publicUrl: string }) {
  const t = useTranslate()
  const locale = useLocale()
  const say = (text: Localized) => tell(text, locale).text
  const outcomes = modules.flatMap((module) => module.outcomes)
  const url = `${publicUrl}${coursePath(course.slug)}`
  const site = { '@type': 'Organization', name: t('shell:brand'), url: publicUrl }
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': url,
    url,
    name: say(course.title),
    description: say(course.summary),
    about: term(t, `theme.${course.theme}`),
    inLanguage: course.locales,
    license: `https://spdx.org/licenses/${course.licence}.html`,
    datePublished: course.publishedAt,
    creditText: course.authors.join(', '),
    provider: site,
    publisher: site,
    isAccessibleForFree: true,
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'RON', url },
    timeRequired: duration(course.minutes),
    teaches: outcomes.map(({ text }) => say(text)),
    educationalLevel: competenceLevels
      .filter((level) => outcomes.some((outcome) => outcome.level === level))
      .map((level) => ({ '@type': 'DefinedTerm', name: level, inDefinedTermSet: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC107466' })),
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    educationalCredentialAwarded: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'certificate' },
    syllabusSections: modules.map(({ title, activityMinutes, units }) => ({
      '@type': 'Syllabus',
      name: say(title),
      timeRequired: duration(units.reduce((sum, { minutes }) => sum + minutes, activityMinutes)),
    })),
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: duration(course.minutes), inLanguage: course.locales },
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeForScript(data) }} />
}

/** As ISO 8601 has it. */
function duration(minutes: number): string {
  return `PT${minutes}M`
}
