// The tick of what is done, with its word for who cannot see it.
import { useTranslate } from '../reader.tsx'

export function DoneMark({ kind }: { kind: 'lesson' | 'quiz' }) {
  const t = useTranslate()
  return (
    <span className="done-mark">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d="M2 9l4 4 8-10" fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>{' '}
      {t(kind === 'lesson' ? 'learning:course.read' : 'learning:course.passed')}
    </span>
  )
}
