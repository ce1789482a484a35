// Who may know whom: the table in rooms.ts, held against every import there is.
import path from 'node:path'
import { expect, test } from 'vitest'
import { doors, exceptions, rooms, type Room } from './rooms.ts'
import { sources, type Import, type Source } from './sources.ts'

const deepestFirst = [...rooms].sort((a, b) => b.folder.length - a.folder.length)

function roomOf(file: string): Room | undefined {
  return deepestFirst.find(({ folder, isFlat }) => (isFlat ? path.dirname(file) === folder : file.startsWith(`${folder}/`)))
}

function matches(target: string, patterns: (string | RegExp)[]): boolean {
  return patterns.some((pattern) => (typeof pattern === 'string' ? target === pattern || target.startsWith(`${pattern}/`) : pattern.test(target)))
}

function isExcepted(file: string, target: string): boolean {
  return exceptions.some((exception) => exception.file === file && exception.imports === target)
}

function isStore(file: string): boolean {
  return /^app\/features\/.*-store\.server\.ts$/.test(file)
}

function faultOf(file: string, room: Room, { target, kind }: Import): string | null {
  if (kind === 'node') return room.node ? null : `${room.name} touches nothing of the machine: pass in what it needs`
  if (kind === 'package') {
    const allowed = 'only' in room.packages ? matches(target, room.packages.only) : !matches(target, room.packages.never)
    return allowed || target.startsWith('virtual:') ? null : `${room.name} does without this package: move what needs it to a room that may have it`
  }
  const known = roomOf(target)
  if (!known) return `${room.name} imports from no room there is: put it in one`
  if (isStore(target) && path.dirname(target) !== path.dirname(file)) return 'a store is asked by its own feature alone: call a use case'
  if (known.name === room.name) return room.name === 'routes' ? 'a route never imports another: put what they share in ui or features' : null
  if (!room.knows.includes(known.name)) return `${room.name} may not know ${known.name}: it knows ${room.knows.join(', ') || 'nobody'}`
  return null
}

function* imports(): Generator<{ source: Source; room: Room; imported: Import }> {
  for (const source of sources) {
    const room = roomOf(source.file)
    if (room && room.name !== 'generated client') for (const imported of source.imports) yield { source, room, imported }
  }
}

test('every file of the site is in a room', () => {
  const outside = sources.map(({ file }) => file).filter((file) => /^(app|workers|commands|prisma|courses)\//.test(file) && !roomOf(file))
  expect(outside).toEqual([])
})

test('a room imports from the rooms it knows alone', () => {
  const faults: string[] = []
  for (const { source, room, imported } of imports()) {
    const fault = isExcepted(source.file, imported.target) ? null : faultOf(source.file, room, imported)
    if (fault) faults.push(`${source.file}:${imported.line} imports ${imported.target}, but ${fault}`)
  }
  expect(faults).toEqual([])
})

test('what has one door is reached through it alone', () => {
  const faults: string[] = []
  for (const { source, imported } of imports()) {
    if (isExcepted(source.file, imported.target)) continue
    for (const { what, imported: pattern, by, cure } of doors) {
      if (pattern.test(imported.target) && !by.test(source.file)) faults.push(`${source.file}:${imported.line} imports ${what} (${imported.target}): ${cure}`)
    }
  }
  expect(faults).toEqual([])
})

test('what is drawn in a page never imports what only the server may load', () => {
  const faults = [...imports()]
    .filter(({ room, imported }) => ['ui', 'language', 'core'].includes(room.name) && /\.server\./.test(imported.target))
    .map(({ source, imported }) => `${source.file}:${imported.line} imports ${imported.target}: pass in what it gives`)
  expect(faults).toEqual([])
})

test('nobody imports commands but commands and tests', () => {
  const faults = sources.filter(({ file }) => !/^(commands|tests)\//.test(file)).flatMap(({ file, imports: all }) => all.filter(({ target }) => target.startsWith('commands/')).map(({ target, line }) => `${file}:${line} imports ${target}: move what it needs to a feature`))
  expect(faults).toEqual([])
})

test('every exception is still needed', () => {
  const idle = exceptions.filter(({ file, imports: target }) => !sources.some((source) => source.file === file && source.imports.some((imported) => imported.target === target)))
  expect(idle).toEqual([])
})

test('imports form no circle', () => {
  // Types among them: they vanish before anything runs, but who reads two files in a circle can begin with neither.
  const graph = new Map(sources.map(({ file, imports: all }) => [file, all.filter(({ kind }) => kind === 'own').map(({ target }) => target)]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: string[]): void => {
    const met = way.indexOf(file)
    if (met >= 0) return void circles.push(`${[...way.slice(met), file].join(' imports ')}: move what both need to a third file`)
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})
