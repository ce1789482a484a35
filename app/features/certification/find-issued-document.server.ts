// The stored bytes of an issued certificate, for whoever has its serial; and the status list as last signed.
import { parseSerial } from '#app/core/certification/serial.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import type { World } from '#app/platform/world.server.ts'
import { findDocument, type DocumentKind } from './document-store.server.ts'
import { findStatusList } from './status-list-store.server.ts'

export type IssuedDocument = { serial: string; bytes: Uint8Array<ArrayBuffer> }

export async function findIssuedDocument({ db }: Pick<World, 'db'>, serialText: string, kind: DocumentKind): Promise<Outcome<IssuedDocument, 'pending' | 'unknown'>> {
  const serial = parseSerial(serialText)
  const document = serial && (await findDocument(db, serial, kind))
  if (!serial || !document) return refused('unknown')
  return document.bytes ? done({ serial, bytes: document.bytes }) : refused('pending')
}

/** A compact JWT; null when there is no such list, or none signed yet. */
export async function findSignedStatusList({ db }: Pick<World, 'db'>, id: number): Promise<string | null> {
  return (await findStatusList(db, id))?.jwt ?? null
}
