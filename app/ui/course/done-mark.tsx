// The tick of what is done, with its word for who cannot see it.
import { useTranslate } from '../reader.tsx'
import type { UnitKind } from './paths.ts'

export function DoneMark({ kind }: { kind: UnitKind }) {
  const t = useTranslate()
  return (
    <span className="done-mark">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d="M2 9l4 4 8-10" fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>{' '}
      {t(`learning:course.done.${kind}`)}
    </span>
  )
}
