// npm run lockfile: adds to package-lock.json the optional packages of other platforms that a registry did not have when the
// lock was written; without them `npm ci` refuses the lock on every platform. Run after each `npm install`.
import fs from 'node:fs'

type LockedPackage = { version?: string; dev?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[]; optionalDependencies?: Record<string, string> }
export type Lock = { packages: Record<string, LockedPackage> }

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** Where npm finds `name` from the package at `place`: beside it or in any folder above. */
function isLocked(lock: Lock, place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at}${at && '/'}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/** What a prebuilt package runs on, as its name says: rollup-linux-arm64-musl. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = !os.includes('linux') ? undefined : words.some((word) => word.startsWith('musl')) ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc && { libc: [libc] }) }
}

/** The optional packages that the lock should name and does not, by the place where they belong. */
export function missingPackages(lock: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {}
  for (const [place, { dev, optionalDependencies }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      if (isLocked(lock, place, name)) continue
      missing[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) }
    }
  }
  return missing
}

function main(): void {
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as Lock
  const missing = missingPackages(lock)
  const [root, ...rest] = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = Object.fromEntries([root!, ...rest])
  fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added`)
}

if (import.meta.url === `file://${process.argv[1]}`) main()
