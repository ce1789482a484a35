// The way back from a lesson or a test to its course.
import type { Localized } from '#app/core/kernel/locale.ts'
import { useTranslate } from '../reader.tsx'
import { coursePath } from './paths.ts'
import { Told } from './told.tsx'

export function CourseCrumb({ course }: { course: { slug: string; title: Localized } }) {
  const t = useTranslate()
  return (
    <p className="crumb">
      <a href="/courses">{t('learning:catalogue.title')}</a> <span aria-hidden="true">/</span>{' '}
      <a href={coursePath(course.slug)}>
        <Told text={course.title} />
      </a>
    </p>
  )
}
