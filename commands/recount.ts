// npm run recount: counts the indicator again from certificates and posts and compares it with the ledger in every cell and
// month. Exit code 1 on any difference.
import { recount, type Recount } from '#app/features/strategy/recount.server.ts'
import { withWorld } from './with-world.ts'

function describe({ month, totals, compared, differences, unsynced }: Recount): string[] {
  return [
    ...totals.map(({ series, ledger, counted }) => `${month} ${series}: ${ledger} by the ledger, ${counted} counted again`),
    ...differences.map(({ month, series, county, residence, level, ledger, counted }) => `differs: ${month} ${series} ${county} ${residence} ${level}: ${ledger} by the ledger, ${counted} counted again`),
    ...(unsynced > 0 ? [`${unsynced} people changed whom the ledger does not follow yet`] : []),
    `${compared} values compared, ${differences.length} differ`,
  ]
}

await withWorld(async (world) => {
  const result = await recount(world)
  for (const line of describe(result)) console.log(line)
  return result.differences.length > 0 ? 1 : 0
})
