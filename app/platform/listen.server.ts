// LISTEN on a connection of its own, made again when it breaks. What is told while it is broken is not heard:
// whoever listens looks by itself now and then.
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.server.ts'
import { saySometimes } from './trouble.server.ts'

const AGAIN_AFTER_MS = 1_000

export type Listening = { close(): Promise<void> }

/** Calls `onWake` for each notification on the channel, and once after each new connection. */
export function listen(databaseUrl: string, channel: string, log: Log, onWake: () => void): Listening {
  const onTrouble = saySometimes(log, 'cannot listen for events')
  const closing = new AbortController()
  let client: pg.Client | undefined

  async function listenUntilBroken(): Promise<void> {
    client = new pg.Client({ connectionString: databaseUrl, application_name: 'catedra-relay', keepAlive: true, connectionTimeoutMillis: 5_000 })
    client.on('notification', onWake)
    const broken = new Promise<void>((resolve) => {
      client?.on('error', (error) => {
        onTrouble(error)
        resolve()
      })
      client?.on('end', resolve)
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      onWake()
      await broken
    } catch (error) {
      onTrouble(error)
    } finally {
      await client.end().catch(onTrouble)
    }
  }

  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenUntilBroken()
      await setTimeout(AGAIN_AFTER_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  const listening = keepListening()
  return {
    async close() {
      closing.abort()
      await client?.end().catch(onTrouble)
      await listening
    },
  }
}
