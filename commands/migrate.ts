// npm run db:migrate: applies prisma/migrations, and the queue's own where the queue is in PostgreSQL.
import { applyMigrations } from '#app/platform/migrations.server.ts'
import { migrateQueueTables } from '#app/platform/queue-backends.server.ts'
import type { CommandEnvironment } from './with-world.ts'
import { withWorld } from './with-world.ts'

export async function migrate(env: Pick<CommandEnvironment, 'DATABASE_URL' | 'REDIS_URL'>): Promise<string[]> {
  const applied = await applyMigrations(env.DATABASE_URL)
  if (!env.REDIS_URL) await migrateQueueTables(env.DATABASE_URL)
  return applied
}

if (import.meta.url === `file://${process.argv[1]}`) {
  await withWorld(async (_world, env) => {
    const applied = await migrate(env)
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply')
    return 0
  })
}
