// A certificate's status: a shape and, beside it, its word.
import type { CertificateStatus } from '#app/core/certification/status.ts'

/** Tick, clock running, clock run out, arrow to the next, cross. */
const shapes: Record<CertificateStatus, string> = {
  valid: 'M4 13l5 5L20 6',
  pending: 'M12 3a9 9 0 1 0 9 9M12 7v5l3 2',
  expired: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5h-4',
  superseded: 'M3 12h16M13 6l6 6-6 6',
  revoked: 'M5 5l14 14M19 5L5 19',
}

export function StatusMark({ status, size = 24 }: { status: CertificateStatus; size?: number }) {
  return (
    <svg className="status-mark" viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true" focusable="false">
      <path d={shapes[status]} />
    </svg>
  )
}

/** The tone of a notice that says so. */
export const statusTones: Record<CertificateStatus, 'info' | 'done' | 'due' | 'wrong'> = { valid: 'done', pending: 'info', expired: 'due', superseded: 'info', revoked: 'wrong' }
