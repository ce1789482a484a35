// A reader's own part of a course's page: begin, go on, what is missing, what was earned.
import type { Day } from '#app/core/kernel/calendar.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatDay } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { coursePath, unitPath, type UnitKind } from './paths.ts'
import { ProgressLine, type ProgressFigures } from './progress-line.tsx'
import { Told } from './told.tsx'

type UnitLink = { kind: UnitKind; slug: string; title: Localized }
type Certificate = { validUntil: Day | null; renewableFrom: Day | null; isRenewable: boolean }

export type OwnCourseFacts = {
  state: 'active' | 'withdrawn' | 'completed'
  progress: ProgressFigures
  missing: UnitLink[]
  next: UnitLink | null
  certificate: Certificate | null
  isOlderVersion: boolean
}

export function EnrolForm({ course, label, isSignedIn = true }: { course: string; label: string; isSignedIn?: boolean }) {
  const t = useTranslate()
  if (!isSignedIn) {
    return (
      <a className="button" href={`/login?next=${coursePath(course)}`}>
        {t('learning:course.enrolLogin')}
      </a>
    )
  }
  return (
    <form method="post" action={`${coursePath(course)}/enrolment`}>
      <button type="submit">{label}</button>
    </form>
  )
}

export function BeginCourse({ course, isSignedIn }: { course: string; isSignedIn: boolean }) {
  const t = useTranslate()
  return (
    <section className="panel" aria-labelledby="begin">
      <h2 id="begin">{t('learning:course.enrolTitle')}</h2>
      <p>{t('learning:course.enrolText')}</p>
      <EnrolForm course={course} label={t('learning:course.enrol')} isSignedIn={isSignedIn} />
    </section>
  )
}

export function OwnCourse({ course, own }: { course: string; own: OwnCourseFacts }) {
  const t = useTranslate()
  if (own.certificate) return <CompletedCourse course={course} progress={own.progress} certificate={own.certificate} />
  return (
    <section className="panel" aria-labelledby="own">
      <h2 id="own">{t('learning:course.ownTitle')}</h2>
      <ProgressLine progress={own.progress} />
      {own.isOlderVersion && <p className="quietly">{t('learning:course.olderVersion')}</p>}
      {own.state === 'withdrawn' ? (
        <>
          <p>{t('learning:course.withdrawnText')}</p>
          <EnrolForm course={course} label={t('learning:course.resume')} />
        </>
      ) : (
        <>
          {own.next && (
            <p className="actions">
              <a className="button" href={unitPath(course, own.next)}>
                {t('learning:course.continue')}
              </a>
              <Told text={own.next.title} />
            </p>
          )}
          <MissingUnits course={course} missing={own.missing} />
          <Withdraw course={course} />
        </>
      )}
    </section>
  )
}

/** What fits beside the rest; a longer list repeats the contents of the course below and opens when asked. */
const SHORT_LIST = 6

function MissingUnits({ course, missing }: { course: string; missing: UnitLink[] }) {
  const t = useTranslate()
  return (
    <details open={missing.length <= SHORT_LIST}>
      <summary>{t('learning:course.missing', { number: missing.length })}</summary>
      <ul className="missing">
        {missing.map((unit) => (
          <li key={`${unit.kind}-${unit.slug}`}>
            {t(unit.kind === 'lesson' ? 'learning:course.lesson' : 'learning:course.quiz')}:{' '}
            <a href={unitPath(course, unit)}>
              <Told text={unit.title} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Withdraw({ course }: { course: string }) {
  const t = useTranslate()
  return (
    <details>
      <summary>{t('learning:course.withdrawTitle')}</summary>
      <p>{t('learning:course.withdrawText')}</p>
      <form method="post" action={`${coursePath(course)}/withdrawal`}>
        <button className="danger" type="submit">
          {t('learning:course.withdraw')}
        </button>
      </form>
    </details>
  )
}

function CompletedCourse({ course, progress, certificate }: { course: string; progress: ProgressFigures; certificate: Certificate }) {
  const t = useTranslate()
  const locale = useLocale()
  const { validUntil, renewableFrom, isRenewable } = certificate
  return (
    <section className="panel" aria-labelledby="own">
      <h2 id="own">{t('learning:course.completedTitle')}</h2>
      <ProgressLine progress={progress} />
      <p className="notice" data-tone="done">
        {validUntil ? t('learning:course.validUntil', { day: formatDay(validUntil, locale) }) : t('learning:course.validForever')}{' '}
        {renewableFrom && !isRenewable && t('learning:course.renewFrom', { day: formatDay(renewableFrom, locale) })}
      </p>
      <p>
        <a className="button" href="/certificates">
          {t('learning:course.certificate')}
        </a>
      </p>
      {isRenewable && (
        <>
          <p>{t('learning:course.renewText')}</p>
          <EnrolForm course={course} label={t('learning:course.renew')} />
        </>
      )}
    </section>
  )
}
