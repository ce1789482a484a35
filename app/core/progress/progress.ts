// Progress is a count: lessons read and quizzes passed, of those that the version asks for. Never 100 before all is done, always then.

/** What a version asks for: a lesson to be read, a quiz to be passed. Known by its key, which survives a new version. */
export type Unit = { kind: 'lesson' | 'quiz'; key: string }

type Keyed = { readonly key: string }
export type Requirements = { readonly modules: readonly { readonly lessons: readonly Keyed[]; readonly quiz: Keyed }[] }

/** What somebody has done, by keys. `isCompleted`: the course was completed and nothing is asked for any more. */
export type DoneUnits = { lessons: ReadonlySet<string>; quizzes: ReadonlySet<string>; isCompleted: boolean }

/** With what was done beyond. */
export type DoneParts = DoneUnits & { ranges: ReadonlySet<string> }

export type Progress = { done: number; total: number; percent: number; missing: Unit[] }

/** In the order of the course: a module's lessons, then its quiz. */
export function requiredUnits(version: Requirements): Unit[] {
  return version.modules.flatMap(({ lessons, quiz }) => [...lessons.map(({ key }): Unit => ({ kind: 'lesson', key })), { kind: 'quiz', key: quiz.key }])
}

export function isDone(unit: Unit, done: DoneUnits): boolean {
  return done.isCompleted || (unit.kind === 'lesson' ? done.lessons : done.quizzes).has(unit.key)
}

export function measureProgress(version: Requirements, done: DoneUnits): Progress {
  const units = requiredUnits(version)
  const missing = units.filter((unit) => !isDone(unit, done))
  const count = units.length - missing.length
  const percent = done.isCompleted ? 100 : units.length === 0 ? 0 : Math.floor((100 * count) / units.length)
  return { done: count, total: units.length, percent, missing }
}

/** Whether the certificate is due. A version that asks for nothing certifies nothing. */
export function meetsAll({ total, missing }: Progress): boolean {
  return total > 0 && missing.length === 0
}

/** The first missing unit after this one, else the first missing at all; null when nothing is. */
export function nextUnit(version: Requirements, done: DoneUnits, after?: Unit): Unit | null {
  const units = requiredUnits(version)
  const place = after ? units.findIndex((unit) => sameUnit(unit, after)) : -1
  return [...units.slice(place + 1), ...units.slice(0, place + 1)].find((unit) => !isDone(unit, done)) ?? null
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && a.key === b.key
}
