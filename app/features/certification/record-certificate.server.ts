// Records the certificate of a completion, pending, in the transaction that writes the completion: its facts frozen, its serial
// and its place in a status list drawn. One for each completion: asked again, the same one.
import { randomBytes } from 'node:crypto'
import { SERIAL_BYTES, serialFrom, type Serial } from '#app/core/certification/serial.ts'
import { lastValidDay } from '#app/core/certification/validity.ts'
import { dayOf } from '#app/core/kernel/calendar.ts'
import { getVersion } from '#app/features/catalogue/get-version.server.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import { findIdByCompletion, getHolder, insertCertificate } from './certificate-store.server.ts'
import { takePlace } from './take-place.server.ts'

export type CompletionFacts = { completionId: string; personId: string; versionId: string; completedAt: Date; scorePercent: number }

/** A serial or place that is taken costs one try: the odds are against a second. */
const TRIES = 8

/** The certificate's id. */
export async function recordCertificate(tx: Transaction, completion: CompletionFacts): Promise<string> {
  const [version, holder] = [await getVersion(tx, completion.versionId), await getHolder(tx, completion.personId)]
  const effectiveOn = dayOf(completion.completedAt)
  const facts = {
    ...completion,
    courseId: version.courseId,
    holderName: holder.name.normalize('NFC'),
    holderEmail: holder.email,
    courseTitle: version.title,
    theme: version.theme,
    minutes: version.minutes,
    outcomes: version.modules.flatMap((module) => module.outcomes),
    effectiveOn,
    validUntil: lastValidDay(effectiveOn, version.validityMonths),
    countsTowardIndicator: version.countsTowardIndicator,
    recordedAt: completion.completedAt,
  }
  for (let left = TRIES; left > 0; left--) {
    const id = await insertCertificate(tx, { ...facts, serial: drawSerial(), ...(await takePlace(tx)) })
    if (id !== null) {
      await recordEvent(tx, 'certificate.recorded', id)
      await markFactsChanged(tx, completion.personId, completion.completedAt)
      return id
    }
    const recorded = await findIdByCompletion(tx, completion.completionId)
    if (recorded !== null) return recorded
  }
  throw new Error(`No serial or place was free for the completion ${completion.completionId}`)
}

function drawSerial(): Serial {
  for (;;) {
    const serial = serialFrom(randomBytes(SERIAL_BYTES))
    if (serial !== null) return serial
  }
}
