// npm run recount: counts the indicator again from certificates and posts and compares it with the ledger in every cell and
// month. Exit 1 on any difference.
import { recount, type Recount } from '#app/features/strategy/recount.server.ts'
import { startEmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { openWorld } from '#app/platform/world.server.ts'

function describe({ month, totals, compared, differences, unsynced }: Recount): string[] {
  return [
    ...totals.map(({ series, ledger, counted }) => `${month} ${series}: ${ledger} by the ledger, ${counted} counted again`),
    ...differences.map(({ month, series, county, residence, level, ledger, counted }) => `differs: ${month} ${series} ${county} ${residence} ${level}: ${ledger} by the ledger, ${counted} counted again`),
    ...(unsynced > 0 ? [`${unsynced} people changed whom the ledger does not follow yet`] : []),
    `${compared} values compared, ${differences.length} differ`,
  ]
}

async function main(): Promise<number> {
  const env = environment()
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres(env.DATA_DIR)
  const world = openWorld({ ...env, DATABASE_URL: env.DATABASE_URL ?? embedded!.url }, 'command', { connections: 2 })
  try {
    const result = await recount(world)
    for (const line of describe(result)) console.log(line)
    return result.differences.length > 0 ? 1 : 0
  } finally {
    await world.close()
    await embedded?.stop()
  }
}

process.exit(await main())
