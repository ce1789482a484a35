// npm run db:prepare: brings a database to what this release needs: migrations, reference data, courses and, where DEMO is on,
// the demo data of an empty one. With nothing to do it only reads. A fault in a course is told and stops nothing: the
// version before it goes on being served.
import { setTimeout as pause } from 'node:timers/promises'
import { formatFault } from '#app/core/catalogue/fault.ts'
import { publishCourses } from '#app/features/catalogue/publish-courses.server.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { ifAlone } from '#app/platform/exclusive.server.ts'
import { seedDemo } from '#prisma/seed/demo.ts'
import { migrate } from './migrate.ts'
import { withWorld } from './with-world.ts'

/** Told to the process that started this one. `isSound`: no course has a fault. */
export type Prepared = { hasDemoAccounts: boolean; isSound: boolean }

await withWorld(async (world, env) => {
  const applied = await migrate(env)
  if (applied.length > 0) console.log(`Migrations applied: ${applied.join(', ')}`)

  const prepared: Prepared = { hasDemoAccounts: false, isSound: true }
  const load = async () => {
    await loadReferenceData(world)
    const { published, faults } = await publishCourses(world, 'courses')
    for (const fault of faults) console.error(formatFault(fault))
    if (published > 0) console.log(`Courses published: ${published}`)
    prepared.isSound = faults.length === 0
    prepared.hasDemoAccounts = env.DEMO && (await seedDemo(world))
  }
  // Two that start at once take turns: the later one finds nothing to do.
  while (!(await ifAlone(world.pool, 'prepare data', load))) await pause(100)

  process.send?.(prepared)
  return 0
})
