// Where a person works now, for the profile.
import { dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Level } from '#app/core/kernel/dimensions.ts'
import type { World } from '#app/platform/world.server.ts'
import { listMainPosts } from './post-store.server.ts'
import { readSchool, type School } from './school-store.server.ts'

export type MainPostView = { school: School; level: Level | null; hoursPerWeek: number | null; startsOn: Day }

/** The main post held today, or null. */
export async function findMainPost(world: Pick<World, 'db' | 'clock'>, personId: string): Promise<MainPostView | null> {
  const today = dayOf(await world.clock())
  const post = (await listMainPosts(world.db, personId)).find(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
  const school = post && (await readSchool(world.db, post.schoolCode))
  return post && school ? { school, level: post.level, hoursPerWeek: post.hoursPerWeek, startsOn: post.startsOn } : null
}
