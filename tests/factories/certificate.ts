// Completions and their certificates, recorded and issued through the use cases, and an issuer's keys.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Actor } from '#app/core/access/can.ts'
import { issueCertificate } from '#app/features/certification/issue-certificate.server.ts'
import { recordCertificate } from '#app/features/certification/record-certificate.server.ts'
import { registerIssuerKeys } from '#app/features/certification/register-issuer-keys.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { openKeys, type SigningKeys } from '#app/platform/keys.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'
import { createActor } from './person.ts'
import { publishTestCourse, type PublishedCourse } from './published-course.ts'

/** Keys of their own, generated as in a fresh DATA_DIR. */
export function makeKeys(): SigningKeys {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-keys-'))
  try {
    return openKeys({ SIGNING_KEYS: undefined, DATA_DIR: folder })
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

export type IssuingWorld = TestWorld & { keys: SigningKeys; course: PublishedCourse }

/** The world with keys, published, and a course whose certificates last five years. */
export async function openIssuer(world: TestWorld): Promise<IssuingWorld> {
  const keys = makeKeys()
  await registerIssuerKeys(world, keys)
  return { ...world, keys, course: await publishTestCourse(world, { validityMonths: 60 }) }
}

/** A completion now, as the learning part writes it, without certificate. */
export async function createCompletion(world: IssuingWorld, personId: string, { course = world.course } = {}): Promise<{ completionId: string; completedAt: Date }> {
  const completedAt = await world.clock()
  const round = 1 + (await world.db.enrolment.count({ where: { personId, courseId: course.courseId } }))
  const enrolment = await world.db.enrolment.create({
    data: { personId, courseId: course.courseId, versionId: course.versionId, round, completion: { create: { completedAt } } },
    select: { completion: { select: { id: true } } },
  })
  return { completionId: enrolment.completion!.id, completedAt }
}

export type Recorded = { id: string; serial: string; holder: Actor; completionId: string }

export async function recordTestCertificate(world: IssuingWorld, { name, holder, course = world.course }: { name?: string; holder?: Actor; course?: PublishedCourse } = {}): Promise<Recorded> {
  const actor = holder ?? (await createActor(world, 'teacher', name))
  const { completionId, completedAt } = await createCompletion(world, actor.personId, { course })
  const id = await inTransaction(world.db, (tx) => recordCertificate(tx, { completionId, personId: actor.personId, versionId: course.versionId, completedAt, scorePercent: 92 }))
  const { serial } = await world.db.certificate.findUniqueOrThrow({ where: { id }, select: { serial: true } })
  return { id, serial, holder: actor, completionId }
}

export async function issueTestCertificate(world: IssuingWorld, options: Parameters<typeof recordTestCertificate>[1] = {}): Promise<Recorded> {
  const recorded = await recordTestCertificate(world, options)
  await issueCertificate(world, recorded.id)
  return recorded
}

export async function readDocument(world: TestWorld, certificateId: string, kind: 'jwt' | 'jsonld' | 'pdf'): Promise<Buffer> {
  const { bytes } = await world.db.certificateDocument.findUniqueOrThrow({ where: { certificateId_kind: { certificateId, kind } } })
  return Buffer.from(bytes)
}
