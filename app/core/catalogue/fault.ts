// What is wrong with a course, where, and what to do: said so that its author can put it right without asking.

export type Place = { line: number; column: number }

/** Line and column count from 1, columns in UTF-16 units as editors do. */
export type Fault = Place & { file: string; message: string; cure: string }

/** A fault within one file. */
export type FileFault = Omit<Fault, 'file'>

/** A fault within a course, by the path of its file there. */
export type OwnFault = FileFault & { path: string }

/** Where in a YAML file: keys and indexes from its root. */
export type Path = readonly (string | number)[]

/** A fault in a value, before it is known on which line that stands. `on`: the field's name or what it holds. */
export type Problem = { path: Path; on: 'key' | 'value'; message: string; cure: string }

export function problem(path: Path, message: string, cure: string): Problem {
  return { path, on: 'value', message, cure }
}

/** `file:line:column message cure`, on one line. */
export function formatFault({ file, line, column, message, cure }: Fault): string {
  return `${file}:${line}:${column} ${message} ${cure}`.replace(/\s+/g, ' ')
}

/** By file, then as it is read; what is said twice of one place is said once. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map((fault) => [formatFault(fault), fault]))
  return [...once.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message))
}

/** Items whose value stood before, each with the first that has it. */
export function findRepeats<T>(items: readonly T[], valueOf: (item: T) => string | null | undefined): { item: T; first: T; value: string }[] {
  const firsts = new Map<string, T>()
  return items.flatMap((item) => {
    const value = valueOf(item)
    if (value === null || value === undefined) return []
    const first = firsts.get(value)
    if (first === undefined) firsts.set(value, item)
    return first === undefined ? [] : [{ item, first, value }]
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
