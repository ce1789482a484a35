// A course's facts, one to a line.
import type { Locale } from '#app/core/kernel/locale.ts'
import { formatList, formatMinutes } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { useKilobytes } from './kilobytes.ts'
import { LanguageList } from './language-list.tsx'
import { licenceName } from './licence-name.ts'

export type CourseFactsFields = {
  minutes: number
  locales: Locale[]
  passPercent: number
  validityMonths: number | null
  countsTowardIndicator: boolean
  licence: string
  authors: string[]
}

/** `bytes`: of all lessons in the reader's language. */
export function CourseFacts({ course, lessons, bytes }: { course: CourseFactsFields; lessons: number; bytes: number }) {
  const t = useTranslate()
  const locale = useLocale()
  const kilobytes = useKilobytes()
  return (
    <dl className="facts">
      <dt>{t('learning:course.duration')}</dt>
      <dd>{formatMinutes(course.minutes)}</dd>
      <dt>{t('learning:course.size')}</dt>
      <dd>
        {t('learning:course.lessons', { count: lessons })}, {kilobytes(bytes)}
      </dd>
      <dt>{t('learning:course.languages')}</dt>
      <dd>
        <LanguageList locales={course.locales} />
      </dd>
      <dt>{t('learning:course.passMark')}</dt>
      <dd>{t('learning:course.passMarkValue', { percent: course.passPercent })}</dd>
      <dt>{t('learning:course.validity')}</dt>
      <dd>{course.validityMonths === null ? t('learning:course.validityNone') : t('learning:course.validityMonths', { count: course.validityMonths })}</dd>
      <dt>{t('learning:course.indicator')}</dt>
      <dd>{t(course.countsTowardIndicator ? 'learning:course.counts' : 'learning:course.countsNot')}</dd>
      <dt>{t('learning:course.licence')}</dt>
      <dd>{licenceName(course.licence)}</dd>
      {course.authors.length > 0 && (
        <>
          <dt>{t('learning:course.authors')}</dt>
          <dd>{formatList(course.authors, locale)}</dd>
        </>
      )}
    </dl>
  )
}
