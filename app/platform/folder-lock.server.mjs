// One process at a time, agreed upon through a file. A lock left by a process that died is taken over.
// JavaScript, since commands/bootstrap.mjs needs it before there is anything that could read TypeScript.
import fs from 'node:fs'
import path from 'node:path'

const PAUSE_MS = 50
/** A take-over is a few system calls; one that is older was cut short. */
const LONGEST_TAKEOVER_MS = 10_000

/**
 * Tells a process from a later one with the same number, where the system says when each began. Numbers are soon used again in a container.
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function identityOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null
  }
  if (process.platform !== 'linux') return String(pid)
  try {
    // State and start time, after the name, which may hold anything: proc(5), /proc/pid/stat.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return fields[0] === 'Z' ? null : `${pid} ${fields[19]}`
  } catch {
    return null
  }
}

/** @param {string} identity as `identityOf` gave it */
export function isRunning(identity) {
  return identityOf(Number.parseInt(identity, 10)) === identity
}

/**
 * Holds the lock `file` for this process alone while `work` runs, after waiting for whoever holds it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once if somebody else holds it
 * @returns {Promise<T>}
 */
export async function withFolderLock(file, work, onWait) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (let tries = 0; !take(file); tries++) {
    if (tries === 1) onWait?.()
    freeFromTheDead(file)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** Tasks of one process are told apart by a number. */
let claims = 0

/**
 * The file appears with its content or not at all.
 * @param {string} file
 */
function take(file) {
  const claim = `${file}.${process.pid}.${++claims}`
  fs.writeFileSync(claim, String(identityOf(process.pid)))
  try {
    fs.linkSync(claim, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return false
  } finally {
    fs.rmSync(claim, { force: true })
  }
}

/**
 * Removed under a second lock, or two who saw the same dead holder would each remove it, the later one a living holder's.
 * @param {string} file
 */
function freeFromTheDead(file) {
  if (!isHeldByTheDead(file)) return
  const takeover = `${file}.takeover`
  if (!take(takeover)) {
    const begun = fs.statSync(takeover, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - begun > LONGEST_TAKEOVER_MS) fs.rmSync(takeover, { force: true })
    return
  }
  if (isHeldByTheDead(file)) fs.rmSync(file, { force: true })
  fs.rmSync(takeover, { force: true })
}

/** @param {string} file */
function isHeldByTheDead(file) {
  try {
    return !isRunning(fs.readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}
