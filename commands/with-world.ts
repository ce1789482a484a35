// What a command that works on the database begins and ends with, be the PostgreSQL given or our own.
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/platform/embedded-postgres.server.ts'
import { environment, EnvironmentError, type Environment } from '#app/platform/env.server.ts'
import { openWorld, type OpenWorld } from '#app/platform/world.server.ts'

export type CommandEnvironment = Environment & { DATABASE_URL: string }

/** Runs `work` and ends the process with the exit code that it gives. A bad variable of the environment is one line and exit code 1. */
export async function withWorld(work: (world: OpenWorld, env: CommandEnvironment) => Promise<number>): Promise<never> {
  let embedded: EmbeddedPostgres | undefined
  let world: OpenWorld | undefined
  let code = 1
  try {
    const given = environment()
    if (!given.DATABASE_URL) embedded = await startEmbeddedPostgres(given.DATA_DIR)
    const env = { ...given, DATABASE_URL: given.DATABASE_URL ?? embedded!.url }
    world = openWorld(env, 'command', { connections: 4 })
    code = await work(world, env)
  } catch (error) {
    console.error(error instanceof EnvironmentError ? error.message : error)
  } finally {
    await world?.close()
    await embedded?.stop()
  }
  process.exit(code)
}
