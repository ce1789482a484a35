// A course as the catalogue lists it.
import type { Locale, Localized } from '#app/core/kernel/locale.ts'
import { formatMinutes } from '#app/language/format.ts'
import { term } from '#app/language/translate.ts'
import { useTranslate } from '../reader.tsx'
import { LanguageList } from './language-list.tsx'
import { coursePath } from './paths.ts'
import { Told } from './told.tsx'

export type CourseEntryFacts = {
  slug: string
  theme: string
  title: Localized
  summary: Localized
  minutes: number
  lessons: number
  locales: Locale[]
  countsTowardIndicator: boolean
  own: { state: 'active' | 'withdrawn' | 'completed'; percent: number } | null
}

export function CourseEntry({ course }: { course: CourseEntryFacts }) {
  const t = useTranslate()
  const { slug, theme, title, summary, minutes, lessons, locales, countsTowardIndicator, own } = course
  return (
    <li className="course-entry">
      <p className="course-theme">{term(t, `theme.${theme}`)}</p>
      <h2 className="title-serif">
        <a href={coursePath(slug)}>
          <Told text={title} />
        </a>
      </h2>
      <p>
        <Told text={summary} />
      </p>
      <ul className="course-traits">
        <li>{formatMinutes(minutes)}</li>
        <li>{t('learning:course.lessons', { count: lessons })}</li>
        <li>
          <LanguageList locales={locales} />
        </li>
        {countsTowardIndicator && <li>{t('learning:catalogue.counts')}</li>}
      </ul>
      {own && (
        <p className="course-own" data-state={own.state}>
          {t(`learning:catalogue.own.${own.state}`, { percent: own.percent })}
        </p>
      )}
    </li>
  )
}
