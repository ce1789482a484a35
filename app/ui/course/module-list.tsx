// The modules of a course with their lessons and tests, what each takes, and what is done.
import type { Localized } from '#app/core/kernel/locale.ts'
import { formatMinutes } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { DoneMark } from './done-mark.tsx'
import { sizeFor, useKilobytes, type Sizes } from './kilobytes.ts'
import { unitPath, type UnitKind } from './paths.ts'
import { Told } from './told.tsx'

type CourseUnit = { kind: UnitKind; slug: string; title: Localized; minutes: number; isDone: boolean; sizes: Sizes }
export type CourseModule = { position: number; title: Localized; activityMinutes: number; units: CourseUnit[] }

export function ModuleList({ course, modules }: { course: string; modules: CourseModule[] }) {
  const t = useTranslate()
  return (
    <ol className="modules">
      {modules.map(({ position, title, activityMinutes, units }) => (
        <li key={position}>
          <h3>
            <span className="module-number">{t('learning:course.module', { number: position })}</span> <Told text={title} />
          </h3>
          <ul className="units">
            {units.map((unit) => (
              <UnitLine key={`${unit.kind}-${unit.slug}`} course={course} unit={unit} />
            ))}
            {activityMinutes > 0 && (
              <li className="unit" data-kind="activity">
                <span className="unit-title">{t('learning:course.activity')}</span>
                <span className="unit-weight">{formatMinutes(activityMinutes)}</span>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function UnitLine({ course, unit }: { course: string; unit: CourseUnit }) {
  const t = useTranslate()
  const locale = useLocale()
  const kilobytes = useKilobytes()
  const weight = unit.kind === 'lesson' ? `${formatMinutes(unit.minutes)}, ${kilobytes(sizeFor(unit.sizes, locale))}` : formatMinutes(unit.minutes)
  return (
    <li className="unit" data-kind={unit.kind}>
      <span className="unit-title">
        {unit.kind !== 'lesson' && <span className="tag">{t(`learning:course.${unit.kind}`)}</span>}{' '}
        <a href={unitPath(course, unit)}>
          <Told text={unit.title} />
        </a>{' '}
        {unit.isDone && <DoneMark kind={unit.kind} />}
      </span>
      <span className="unit-weight">{weight}</span>
    </li>
  )
}
