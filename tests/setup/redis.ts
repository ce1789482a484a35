// A Redis for a test file: a server of its own when redis-server is on the path, else the one at REDIS_URL, else none.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { afterAll } from 'vitest'

/** Said in the name of what is skipped. */
export const howToHaveRedis = 'to run these: apt-get install redis-server, or set REDIS_URL'

export type TestRedis = {
  url: string
  /** Forgets everything; of a Redis that is not ours, BullMQ's keys alone. */
  flush(): Promise<void>
  /** Null for a Redis that is not ours to stop. */
  power: { off(): Promise<void>; on(): Promise<void>; freeze(): void; thaw(): void } | null
}

/** Call at the top of a test file; the server is gone after its last test. */
export async function openTestRedis(): Promise<TestRedis | null> {
  const own = spawnSync('redis-server', ['--version']).status === 0
  const given = process.env['REDIS_URL']
  if (!own) return given ? { url: given, flush: () => forgetBullmq(given), power: null } : null

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'catedra-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | null = null
  const on = async () => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' })
    await answers(url)
  }
  const off = async () => {
    const stopping = server
    server = null
    if (!stopping) return
    const gone = new Promise((resolve) => stopping.once('exit', resolve))
    stopping.kill('SIGKILL')
    await gone
  }
  await on()
  afterAll(async () => {
    await off()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return {
    url,
    flush: () => withRedis(url, async (redis) => void (await redis.flushall())),
    power: { on, off, freeze: () => void server?.kill('SIGSTOP'), thaw: () => void server?.kill('SIGCONT') },
  }
}

async function withRedis(url: string, work: (redis: Redis) => Promise<void>): Promise<void> {
  const redis = new Redis(url)
  redis.on('error', () => {})
  await work(redis)
  redis.disconnect()
}

async function answers(url: string): Promise<void> {
  await withRedis(url, async (redis) => void (await redis.ping()))
}

async function forgetBullmq(url: string): Promise<void> {
  await withRedis(url, async (redis) => {
    const keys = await redis.keys('bull:*')
    if (keys.length > 0) await redis.del(...keys)
  })
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
