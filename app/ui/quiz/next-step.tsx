// After a result: the one thing to do next.
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatInstant } from '#app/language/format.ts'
import { coursePath, unitPath, type UnitKind } from '../course/paths.ts'
import { Told } from '../course/told.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

type UnitLink = { kind: UnitKind; slug: string; title: Localized }
export type NextStepFacts = { kind: 'certificate' | 'course' } | { kind: 'unit'; unit: UnitLink } | { kind: 'retry' | 'range'; opensAt: string | null }

/** `lessons`: those of the module, to read again before a retry. */
export function NextStep({ course, address, next, lessons }: { course: string; address: string; next: NextStepFacts; lessons: UnitLink[] }) {
  const t = useTranslate()
  return (
    <section className="panel next-step" aria-labelledby="next-step">
      <h2 id="next-step">{t('learning:result.nextStep')}</h2>
      {next.kind === 'certificate' && (
        <>
          <p>{t('learning:result.certified')}</p>
          <Press href="/certificates" label={t('learning:course.certificate')} />
        </>
      )}
      {next.kind === 'unit' && <Press href={unitPath(course, next.unit)} label={t('learning:lesson.goOn')} title={next.unit.title} />}
      {next.kind === 'course' && <Press href={coursePath(course)} label={t('learning:lesson.backToCourse')} />}
      {next.kind === 'range' && <RangeAgain course={course} address={address} opensAt={next.opensAt} />}
      {next.kind === 'retry' && <Retry course={course} address={address} opensAt={next.opensAt} lessons={lessons} />}
    </section>
  )
}

function Retry({ course, address, opensAt, lessons }: { course: string; address: string; opensAt: string | null; lessons: UnitLink[] }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <>
      {opensAt ? <p>{t('learning:result.retryFrom', { instant: formatInstant(new Date(opensAt), locale) })}</p> : <Press href={address} label={t('learning:result.retry')} />}
      <h3>{t('learning:result.reread')}</h3>
      <ul>
        {lessons.map((lesson) => (
          <li key={lesson.slug}>
            <a href={unitPath(course, lesson)}>
              <Told text={lesson.title} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function RangeAgain({ course, address, opensAt }: { course: string; address: string; opensAt: string | null }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <>
      <p>{opensAt ? t('learning:range.next', { instant: formatInstant(new Date(opensAt), locale) }) : t('learning:range.open')}</p>
      {opensAt ? <Press href={coursePath(course)} label={t('learning:lesson.backToCourse')} /> : <Press href={address} label={t('learning:range.again')} />}
    </>
  )
}

function Press({ href, label, title }: { href: string; label: string; title?: Localized }) {
  return (
    <p className="actions">
      <a className="button" href={href}>
        {label}
      </a>
      {title && <Told text={title} />}
    </p>
  )
}
