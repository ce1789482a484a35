// What search engines are told of a course: schema.org Course as JSON-LD (https://schema.org/Course). A block of data, never run.
import type { Locale, Localized } from '#app/core/kernel/locale.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { coursePath } from './paths.ts'
import { tell } from './told.tsx'

export type StructuredCourse = { slug: string; title: Localized; summary: Localized; minutes: number; locales: Locale[]; licence: string; outcomes: Localized[] }

/** Inside a script element, "<" could end it; as an escape it means the same and cannot. */
export function escapeForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function StructuredData({ course, publicUrl }: { course: StructuredCourse; publicUrl: string }) {
  const t = useTranslate()
  const locale = useLocale()
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': `${publicUrl}${coursePath(course.slug)}`,
    url: `${publicUrl}${coursePath(course.slug)}`,
    name: tell(course.title, locale).text,
    description: tell(course.summary, locale).text,
    inLanguage: course.locales,
    license: `https://spdx.org/licenses/${course.licence}.html`,
    isAccessibleForFree: true,
    teaches: course.outcomes.map((outcome) => tell(outcome, locale).text),
    provider: { '@type': 'Organization', name: t('shell:brand'), url: publicUrl },
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${course.minutes}M` },
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeForScript(data) }} />
}
