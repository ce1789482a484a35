// A published version as it is learned from, whole. What cannot change is read from the database once in a process.
import type { ModuleOutline, VersionOutline } from '#app/core/catalogue/outline.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { commonLocales, findVersionHead, listModules } from './version-store.server.ts'

/** Versions kept at once: those that people are enrolled in now. About 100 kB each. */
const KEPT = 40

const modulesByVersion = new Map<string, readonly ModuleOutline[]>()

/** @throws Error when there is no such version */
export async function getVersion(from: Pick<World, 'db'> | Transaction, versionId: string): Promise<VersionOutline> {
  const db = 'db' in from ? from.db : from
  const head = await findVersionHead(db, versionId)
  if (!head) throw new Error(`no course version ${versionId}`)
  const modules = await modulesOf(db, versionId)
  return { ...head, locales: commonLocales(modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.locales))), modules }
}

async function modulesOf(db: Queryable, versionId: string): Promise<readonly ModuleOutline[]> {
  const kept = modulesByVersion.get(versionId)
  if (kept) return kept
  const modules = frozen(await listModules(db, versionId))
  const oldest = modulesByVersion.size >= KEPT ? modulesByVersion.keys().next() : null
  if (oldest && !oldest.done) modulesByVersion.delete(oldest.value)
  modulesByVersion.set(versionId, modules)
  return modules
}

/** All readers share what is kept: a change by one of them is a mistake that shows at once. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
