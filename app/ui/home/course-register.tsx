// The courses as lines of a register: what each is on the left, what it weighs on the right.
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatMinutes } from '#app/language/format.ts'
import { term } from '#app/language/translate.ts'
import { coursePath } from '../course/paths.ts'
import { Told } from '../course/told.tsx'
import { useTranslate } from '../reader.tsx'

export type RegisteredCourse = { slug: string; theme: string; title: Localized; minutes: number; lessons: number; own: { state: 'active' | 'withdrawn' | 'completed'; percent: number } | null }

/** As many as fit on a first page; the catalogue has all. */
const SHOWN = 8

export function CourseRegister({ courses }: { courses: RegisteredCourse[] }) {
  const t = useTranslate()
  if (courses.length === 0) return <p>{t('learning:catalogue.emptyTitle')}.</p>
  return (
    <>
      <ul className="units">
        {courses.slice(0, SHOWN).map(({ slug, theme, title, minutes, lessons, own }) => (
          <li key={slug} className="unit">
            <span className="unit-title">
              <span className="course-theme">{term(t, `theme.${theme}`)}</span>
              <a className="title-serif" href={coursePath(slug)}>
                <Told text={title} />
              </a>
            </span>
            <span className="unit-weight">
              {own ? t(`learning:catalogue.own.${own.state}`, { percent: own.percent }) : `${formatMinutes(minutes)} · ${t('learning:course.lessons', { count: lessons })}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/courses">{t('shell:home.allCourses')}</a>
      </p>
    </>
  )
}
