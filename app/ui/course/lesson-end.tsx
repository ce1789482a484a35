// The end of a lesson: one clear next step.
import type { Localized } from '#app/core/kernel/locale.ts'
import { useTranslate } from '../reader.tsx'
import { coursePath, unitPath, type UnitKind } from './paths.ts'
import { Told } from './told.tsx'

type UnitLink = { kind: UnitKind; slug: string; title: Localized }
type LessonEndFacts = {
  course: string
  lesson: string
  own: { state: 'active' | 'withdrawn' | 'completed'; isRead: boolean } | null
  next: UnitLink | null
}

export function LessonEnd({ course, lesson, own, next }: LessonEndFacts) {
  const t = useTranslate()
  return (
    <section className="lesson-end" aria-label={t('learning:lesson.nextStep')}>
      {own?.state === 'active' && !own.isRead ? (
        <form method="post" action={`${unitPath(course, { kind: 'lesson', slug: lesson })}/reading`}>
          <button type="submit">{t('learning:lesson.markRead')}</button>
        </form>
      ) : (
        <>
          {own?.isRead && <p>{t('learning:lesson.isRead')}</p>}
          <GoOn course={course} next={next} label={t(own?.state === 'active' ? 'learning:lesson.goOn' : 'learning:lesson.nextLesson')} />
        </>
      )}
      {own === null && (
        <p>
          {t('learning:lesson.notEnrolled')} <a href={coursePath(course)}>{t('learning:lesson.seeCourse')}</a>
        </p>
      )}
    </section>
  )
}

function GoOn({ course, next, label }: { course: string; next: UnitLink | null; label: string }) {
  const t = useTranslate()
  return (
    <p className="actions">
      <a className="button" href={next ? unitPath(course, next) : coursePath(course)}>
        {next ? label : t('learning:lesson.backToCourse')}
      </a>
      {next && <Told text={next.title} />}
    </p>
  )
}
