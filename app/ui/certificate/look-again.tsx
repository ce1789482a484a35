// A link to the page itself for whoever waits for a certificate; for a minute a script looks by itself (public/catedra/pending.js).
import type { ReactNode } from 'react'
import { useTranslate } from '../reader.tsx'

export function LookAgain({ serial, page, children }: { serial: string; page: string; children?: ReactNode }) {
  const t = useTranslate()
  return (
    <p className="actions">
      <a href={page} data-pending={`/verify/${serial}.json`}>
        {t('certification:own.lookAgain')}
        {children}
      </a>
    </p>
  )
}
