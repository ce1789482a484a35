// The issued bytes: written once, with the certificate's step to issued, and served as they are.
import { createHash } from 'node:crypto'
import type { Serial } from '#app/core/certification/serial.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export const documentKinds = ['jwt', 'jsonld', 'pdf'] as const
export type DocumentKind = (typeof documentKinds)[number]
export type Documents = Record<DocumentKind, Buffer<ArrayBuffer>>

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export async function insertDocuments(tx: Transaction, certificateId: string, documents: Documents): Promise<void> {
  await tx.certificateDocument.createMany({ data: documentKinds.map((kind) => ({ certificateId, kind, bytes: documents[kind], sha256: hashOf(documents[kind]) })) })
}

/** Null when there is no such certificate; `bytes` null while it is pending. */
export async function findDocument(db: Queryable, serial: Serial, kind: DocumentKind): Promise<{ bytes: Uint8Array<ArrayBuffer> | null } | null> {
  const certificate = await db.certificate.findUnique({ where: { serial }, select: { documents: { where: { kind }, select: { bytes: true } } } })
  return certificate && { bytes: certificate.documents[0]?.bytes ?? null }
}
