// npm run seed -- --teachers N --months M --seed S: a synthetic nation, the same for the same numbers; run again, it goes on.
import { parseArgs } from 'node:util'
import { seedNation } from '#prisma/seed/seed-nation.ts'
import { withWorld } from './with-world.ts'

const { values } = parseArgs({
  options: { teachers: { type: 'string', default: '2000' }, months: { type: 'string', default: '24' }, seed: { type: 'string', default: '1' } },
})
const teachers = Number(values.teachers)
const months = Number(values.months)

if (!Number.isInteger(teachers) || teachers < 420 || !Number.isInteger(months) || months < 1 || months > 120) {
  console.error('npm run seed -- --teachers N --months M --seed S: N is a whole number from 420, M from 1 to 120')
  process.exit(2)
}

const BAR_WIDTH = 30

await withWorld(async (world) => {
  const filled = await seedNation(world, { teachers, months, seed: values.seed }, (done, of, county) => {
    const bar = '#'.repeat(Math.round((BAR_WIDTH * done) / of)).padEnd(BAR_WIDTH)
    process.stdout.write(process.stdout.isTTY ? `\r[${bar}] ${done}/${of} ${county}\u001B[K` : `${done}/${of} ${county}\n`)
  })
  console.log(`\nCounties filled: ${filled}`)
  return 0
})
