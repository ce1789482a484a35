// The margin of a lesson or test: what its module holds, what is done, where one is. Beside the text where there is room; on a phone
// one line above it that opens. Only one of the two is ever displayed.
import type { Localized } from '#app/core/kernel/locale.ts'
import { useTranslate } from '../reader.tsx'
import { DoneMark } from './done-mark.tsx'
import { unitPath, type UnitKind } from './paths.ts'
import { ProgressLine, type ProgressFigures } from './progress-line.tsx'
import { Told } from './told.tsx'

type OutlineUnit = { kind: UnitKind; slug: string; title: Localized; isDone: boolean }
export type MarginFacts = {
  course: string
  module: { position: number; title: Localized; units: OutlineUnit[] }
  current: { kind: UnitKind; slug: string }
  /** Null for who is not enrolled. */
  progress: ProgressFigures | null
}

export function MarginFold(facts: MarginFacts) {
  const t = useTranslate()
  const { module, progress } = facts
  return (
    <details className="margin-fold">
      <summary>
        {t('learning:course.module', { number: module.position })}
        {progress && `, ${t('learning:lesson.inCourse', { percent: progress.percent })}`}
      </summary>
      <Outline {...facts} />
    </details>
  )
}

export function Margin(facts: MarginFacts) {
  return (
    <div className="margin">
      <Outline {...facts} />
    </div>
  )
}

function Outline({ course, module, current, progress }: MarginFacts) {
  const t = useTranslate()
  return (
    <nav className="outline" aria-label={t('learning:lesson.outline')}>
      <p className="outline-title">
        <span className="module-number">{t('learning:course.module', { number: module.position })}</span> <Told text={module.title} />
      </p>
      <ol>
        {module.units.map((unit) => {
          const isCurrent = unit.kind === current.kind && unit.slug === current.slug
          return (
            <li key={`${unit.kind}-${unit.slug}`}>
              <a href={unitPath(course, unit)} aria-current={isCurrent ? 'page' : undefined}>
                <Told text={unit.title} />
              </a>{' '}
              {unit.isDone && <DoneMark kind={unit.kind} />}
            </li>
          )
        })}
      </ol>
      {progress && <ProgressLine progress={progress} />}
    </nav>
  )
}
