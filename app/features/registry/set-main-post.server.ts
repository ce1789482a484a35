// Records where a person teaches from a day on: the main post before it ends, the new one begins, and neither is ever rewritten.
import { dayBefore, dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Level } from '#app/core/kernel/dimensions.ts'
import { done, refused, type Outcome } from '#app/core/kernel/outcome.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { markFactsChanged } from './mark-facts-changed.server.ts'
import { lockPersons } from './person-store.server.ts'
import { beginPost, endPosts, listMainPosts } from './post-store.server.ts'
import { readSchool } from './school-store.server.ts'

export type MainPostInput = {
  schoolCode: string
  level: Level | null
  hoursPerWeek?: number | null
  /** Today when absent. */
  startsOn?: Day
}

export type MainPostRefusal = 'unknown-person' | 'unknown-school' | 'starts-in-future'
/** An ended main post lasts until that day or later, and ends are entered once. */
type StartsBeforeLastEnd = { ok: false; refusal: 'starts-before-last-end'; lastEnd: Day }

/** Entering again what is in force changes nothing. */
export async function setMainPost(world: Pick<World, 'db' | 'clock'>, personId: string, input: MainPostInput): Promise<Outcome<null, MainPostRefusal> | StartsBeforeLastEnd> {
  const { schoolCode, level, hoursPerWeek = null } = input
  const at = await world.clock()
  const startsOn = input.startsOn ?? dayOf(at)
  if (startsOn > dayOf(at)) return refused('starts-in-future')
  if (!(await readSchool(world.db, schoolCode))) return refused('unknown-school')
  return inTransaction(world.db, async (tx) => {
    if ((await lockPersons(tx, [personId])).length === 0) return refused('unknown-person')
    const posts = await listMainPosts(tx, personId)
    const open = posts.filter(({ endsOn }) => endsOn === null)
    const inForce = open.some((post) => post.schoolCode === schoolCode && post.level === level && post.hoursPerWeek === hoursPerWeek && (input.startsOn === undefined || post.startsOn === startsOn))
    if (inForce && open.length === 1) return done(null)
    const lastEnd = posts.flatMap(({ startsOn: began, endsOn }) => (endsOn !== null && endsOn >= began ? [endsOn] : [])).sort().at(-1)
    if (lastEnd && lastEnd >= startsOn) return { ok: false, refusal: 'starts-before-last-end', lastEnd }
    await endPosts(tx, open.map(({ id }) => id), dayBefore(startsOn), at)
    await beginPost(tx, { personId, schoolCode, level, isMain: true, hoursPerWeek, startsOn, recordedAt: at })
    await markFactsChanged(tx, personId, at)
    return done(null)
  })
}
