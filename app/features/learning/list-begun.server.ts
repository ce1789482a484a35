// The courses that somebody is in the middle of, each with what is next in it.
import type { Actor } from '#app/core/access/can.ts'
import type { Localized } from '#app/core/kernel/locale.ts'
import { nextUnit, type Progress } from '#app/core/progress/progress.ts'
import { unitLink, type UnitLink } from '#app/core/progress/unit-link.ts'
import type { World } from '#app/platform/world.server.ts'
import { listEnrolments } from './enrolment-store.server.ts'
import { getStanding } from './find-standing.server.ts'

export type BegunCourse = { slug: string; title: Localized; progress: Pick<Progress, 'done' | 'total' | 'percent'>; next: UnitLink | null }

export async function listBegun(world: Pick<World, 'db'>, actor: Pick<Actor, 'personId'>): Promise<BegunCourse[]> {
  const begun: BegunCourse[] = []
  for (const enrolment of (await listEnrolments(world.db, actor.personId)).values()) {
    const { state, version, done, progress } = await getStanding(world.db, enrolment)
    if (state !== 'active') continue
    const next = nextUnit(version, done)
    begun.push({ slug: version.slug, title: version.title, progress: { done: progress.done, total: progress.total, percent: progress.percent }, next: next && unitLink(version, next) })
  }
  return begun
}
