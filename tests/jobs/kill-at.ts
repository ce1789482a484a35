// Loaded before a worker by tests: kills the process at one of its own SQL statements, or at the writing of a file. The worker
// itself knows nothing of it. KILL_AT is `before` or `after` and what to look for in the text of the transaction so far.
import fs from 'node:fs/promises'
import pg from 'pg'

const [, when, looked] = /^(before|after) (.*)$/s.exec(process.env['KILL_AT'] ?? '') ?? []
const pattern = looked === undefined ? null : new RegExp(looked, 'is')

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

const stories = new WeakMap<object, string>()

/** What this connection was told since its transaction began, with this statement at the end; outside one, this statement. */
function storyOf(client: object, text: string): string {
  const before = stories.get(client)
  const story = before === undefined ? text : `${before};\n${text}`
  if (/^\s*begin/i.test(text)) stories.set(client, text)
  else if (/^\s*(commit|rollback)/i.test(text)) stories.delete(client)
  else if (before !== undefined) stories.set(client, story)
  return story
}

type Query = (this: object, ...args: unknown[]) => unknown

const prototype = pg.Client.prototype as unknown as { query: Query }
const query = prototype.query
prototype.query = function (...args) {
  const [statement] = args
  const text = typeof statement === 'string' ? statement : (statement as { text?: string }).text
  if (text === undefined) return query.apply(this, args)
  const story = storyOf(this, text)
  if (!pattern?.test(story)) return query.apply(this, args)
  if (when === 'before') die()
  const callback = args.at(-1)
  if (typeof callback === 'function') args[args.length - 1] = die
  const answer = query.apply(this, args)
  return answer instanceof Promise ? answer.then(die) : answer
}

const rename = fs.rename
fs.rename = async (from, to) => {
  if (when === 'before' && pattern?.test(`rename ${String(to)}`)) die()
  await rename(from, to)
}
