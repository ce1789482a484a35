// What must be there before our TypeScript can run: a Node that is new enough, the packages of package-lock.json, and tsx.
// Node's built-ins alone until then; reads the environment by itself, since app/platform/env.server.ts needs packages.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { withFolderLock } from '../app/platform/folder-lock.server.mjs'

/** Held by whoever changes node_modules, the generated client or the build of this checkout. */
export const CHECKOUT_LOCK = '.preparing.lock'

export async function bootstrap() {
  requireNode()
  endWithNpm()
  if (!isInstalled()) await withFolderLock(CHECKOUT_LOCK, async () => isInstalled() || install(), sayWaiting)
  const { register } = await import('tsx/esm/api')
  register()
}

export function sayWaiting() {
  console.log('Waiting: another start prepares this folder')
}

function requireNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  console.error(`Catedra needs Node ${wanted} or newer; this is Node ${process.versions.node}`)
  process.exit(1)
}

/** An npm that is killed passes nothing on: whoever it ran would stay behind. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  setInterval(() => process.ppid === npm || process.kill(process.pid, 'SIGTERM'), 1_000).unref()
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/** Whether node_modules holds the versions of package-lock.json. npm notes what it installed last, when it is done. */
function isInstalled() {
  const noted = 'node_modules/.package-lock.json'
  if (!fs.existsSync(noted)) return false
  const { packages: wanted } = readJson('package-lock.json')
  const { packages: found } = readJson(noted)
  return Object.entries(wanted).every(([place, { version, optional }]) => place === '' || optional || (found[place]?.version === version && fs.existsSync(place)))
}

async function install() {
  console.log('Installing packages: a minute or two')
  if ((await npm('ci')) || (console.log('npm ci failed; trying npm install'), await npm('install', '--no-save'))) return
  console.error('The packages could not be installed; what npm says stands above')
  process.exit(1)
}

/** @param {string[]} words */
async function npm(...words) {
  // What `npm start` tells its script must not reach another npm; where packages come from must.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || /^npm_config_(registry|cache|userconfig)$/i.test(name))
  const { npm_execpath: ownScript } = process.env
  const [program, ...first] = ownScript?.endsWith('.js') ? [process.execPath, ownScript] : ['npm']
  const child = spawn(program, [...first, ...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // In production npm would leave out what the build needs.
    env: { ...Object.fromEntries(inherited), NODE_ENV: 'development' },
  })
  const stop = () => {
    // Asked in peace npm goes on for minutes, beside the next start. What is cut short is installed anew.
    child.kill('SIGKILL')
    process.exit(0)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  return code === 0
}
