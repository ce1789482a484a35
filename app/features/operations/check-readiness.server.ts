// Whether this process can serve: the database and the queue answer, and the tables are those of this release.
import { pingDatabase } from '#app/platform/db.server.ts'
import { areMigrationsApplied } from '#app/platform/migrations.server.ts'
import type { QueueView } from '#app/platform/queue-view.server.ts'
import { within } from '#app/platform/trouble.server.ts'
import type { OpenWorld } from '#app/platform/world.server.ts'

export type Part = { ok: boolean; /** null when there was no answer */ latencyMs: number | null }
export type Readiness = { ok: boolean; parts: Record<'database' | 'migrations' | 'queue', Part> }

/** Who asks whether we are ready wants to know soon. */
const ANSWER_WITHIN_MS = 1_000

export async function checkReadiness(world: Pick<OpenWorld, 'pool'>, queue: Pick<QueueView, 'ping'>): Promise<Readiness> {
  const [database, migrations, waiting] = await Promise.all([pingDatabase(world.pool, ANSWER_WITHIN_MS), timeMigrations(world.pool), queue.ping(ANSWER_WITHIN_MS)])
  const parts = { database: toPart(database), migrations, queue: toPart(waiting) }
  return { ok: Object.values(parts).every(({ ok }) => ok), parts }
}

function toPart(latency: number | null): Part {
  return { ok: latency !== null, latencyMs: round(latency) }
}

async function timeMigrations(pool: OpenWorld['pool']): Promise<Part> {
  const begun = performance.now()
  try {
    const ok = await within(ANSWER_WITHIN_MS, areMigrationsApplied(pool))
    return { ok, latencyMs: round(performance.now() - begun) }
  } catch {
    return { ok: false, latencyMs: null }
  }
}

function round(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds * 10) / 10
}
