// The demo teacher, come to be as a teacher does: a post, lessons read, quizzes handed in with right answers. The certificate is
// then issued by the worker like anybody's. Of two courses the first is completed and the second half done.
import { addMonths, firstDayOf, monthOf } from '#app/core/kernel/calendar.ts'
import { sourceLocale } from '#app/core/kernel/locale.ts'
import { listCourses } from '#app/features/catalogue/list-courses.server.ts'
import { listSchools } from '#app/features/registry/list-schools.server.ts'
import { setMainPost } from '#app/features/registry/set-main-post.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { prepareQuizzes, readLessons } from './learn.ts'
import { findLearner } from './nation-store.server.ts'

/** The persona who decides what Catedra must be good for teaches in a village of Vaslui. */
const COUNTY = 'RO-VS'

/** Does nothing when there is no such account, or its owner has begun a course. */
export async function seedDemoTeacher(world: Pick<World, 'db' | 'clock'>, email: string): Promise<void> {
  const learner = await findLearner(world.db, email)
  if (!learner || learner.hasBegun) return
  const school = (await listSchools(world, { countyCode: COUNTY })).find(({ residence }) => residence === 'rural')
  const startsOn = firstDayOf(addMonths(monthOf(await world.clock()), -2))
  if (school) await setMainPost(world, learner.personId, { schoolCode: school.code, level: 'primary', hoursPerWeek: 18, startsOn })
  const [first, second] = await listCourses(world, sourceLocale)
  if (first) for (const handIn of await prepareQuizzes(world, learner, await readLessons(world, learner, first.slug, 1))) await handIn()
  if (second) await readLessons(world, learner, second.slug, 0.5)
}
