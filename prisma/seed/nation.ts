// A synthetic nation for demonstrations and load: every county, urban and rural, all levels, months of certificates.
// Deterministic: the same size, months, seed and first day give the same people. Nobody in it is real.
import type { Day } from '#app/core/kernel/calendar.ts'
import { addMonths, dayOf, firstDayOf, monthOf } from '#app/core/kernel/calendar.ts'
import type { Level, Residence } from '#app/core/kernel/dimensions.ts'
import { randomFrom, randomIndex, type Random } from '#app/core/kernel/random.ts'
import names from './data/names.json' with { type: 'json' }

export type NationCounty = { code: string; name: string; schoolPrefix: string; weight: number; ruralShare: number }
export type NationSchool = { code: string; name: string; locality: string; countyCode: string; residence: Residence; levels: Level[] }
export type NationPerson = { number: number; name: string; schoolCode: string; level: Level; startsOn: Day; hoursPerWeek: number; completedAt: Date | null }
export type NationSize = { teachers: number; months: number; seed: string; now: Date }

/** Rough shares of teaching staff by level. Shape, not statistics. */
const levelShares: [Level, number][] = [
  ['nursery', 0.02],
  ['preschool', 0.16],
  ['primary', 0.24],
  ['lower_secondary', 0.31],
  ['upper_secondary', 0.22],
  ['vocational', 0.02],
  ['post_secondary', 0.02],
  ['related', 0.01],
]

/** How many teachers one synthetic school has. */
const STAFF_OF_A_SCHOOL = 9
/** Of all teachers, those who finish a course within the months shown, by residence: the country gap the ministry looks for. */
const certifiedShare: Record<Residence, number> = { urban: 0.42, rural: 0.31 }

function pickWeighted<T>(random: Random, choices: readonly [T, number][]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return choices.at(-1)![0]
}

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[randomIndex(random, choices.length)] as T
}

/** The schools of a county: enough for its teachers, at least one urban and, where the county has villages, one rural. */
export function planSchools(county: NationCounty, teachers: number, seed: string): NationSchool[] {
  const random = randomFrom(`${seed}:${county.code}:schools`)
  const count = Math.max(county.ruralShare > 0 ? 4 : 2, Math.round(teachers / STAFF_OF_A_SCHOOL))
  return Array.from({ length: count }, (_, index) => {
    const residence: Residence = county.ruralShare > 0 && index % 2 === 1 ? 'rural' : 'urban'
    const locality = residence === 'rural' ? pick(random, names.villages) : county.name
    const kind = residence === 'rural' ? 'school' : pick(random, ['school', 'school', 'kindergarten', 'high-school'] as const)
    return {
      // SIIIR codes have ten digits and begin with the county's two; 99 marks the synthetic ones.
      code: `${county.schoolPrefix}99${String(index + 1).padStart(6, '0')}`,
      name: schoolName(kind, locality, index + 1, random),
      locality,
      countyCode: county.code,
      residence,
      levels: kind === 'kindergarten' ? ['nursery', 'preschool'] : kind === 'high-school' ? ['lower_secondary', 'upper_secondary', 'vocational', 'post_secondary', 'related'] : ['preschool', 'primary', 'lower_secondary'],
    }
  })
}

function schoolName(kind: 'school' | 'kindergarten' | 'high-school', locality: string, number: number, random: Random): string {
  if (kind === 'kindergarten') return `Grădinița cu Program Prelungit nr. ${number} ${locality}`
  if (kind === 'high-school') return `Liceul Teoretic „${pick(random, names.patrons)}” ${locality}`
  return `Școala Gimnazială ${random() < 0.5 ? `nr. ${number}` : `„${pick(random, names.patrons)}”`} ${locality}`
}

/** The teachers of a county, in posts at its schools; some of them finish a course in one of the months before `now`. */
export function planPersons(county: NationCounty, schools: NationSchool[], teachers: number, first: number, size: NationSize): NationPerson[] {
  const random = randomFrom(`${size.seed}:${county.code}:people`)
  const firstMonth = addMonths(monthOf(size.now), -size.months)
  const startsOn = firstDayOf(addMonths(firstMonth, -3))
  return Array.from({ length: teachers }, (_, index) => {
    const residence: Residence = random() < county.ruralShare ? 'rural' : 'urban'
    const level = pickWeighted(random, levelShares)
    const sameResidence = schools.filter((school) => school.residence === residence)
    const school = pick(random, sameResidence.filter((candidate) => candidate.levels.includes(level)).length > 0 ? sameResidence.filter((candidate) => candidate.levels.includes(level)) : sameResidence)
    return {
      number: first + index,
      name: `${pick(random, names.given)} ${pick(random, names.family)}`,
      schoolCode: school.code,
      level,
      startsOn,
      hoursPerWeek: pick(random, [18, 18, 18, 16, 20, 12]),
      completedAt: random() < certifiedShare[residence] ? completionInstant(random, size) : null,
    }
  })
}

/** Some time in the months shown, more often lately, in the evening when teachers learn. Never after now. */
function completionInstant(random: Random, { months, now }: NationSize): Date {
  const monthsAgo = Math.floor(months * random() ** 1.6)
  const day = firstDayOf(addMonths(monthOf(now), -monthsAgo))
  const lastDay = monthsAgo === 0 ? Number(dayOf(now).slice(8)) - 1 : 28
  const instant = new Date(`${day}T18:00:00Z`)
  instant.setUTCDate(Math.max(1, 1 + randomIndex(random, Math.max(1, lastDay))))
  instant.setUTCMinutes(randomIndex(random, 180))
  return instant < now ? instant : new Date(now.getTime() - 3_600_000)
}

/** How many teachers each county has of so many in all; at least ten, so that no county is empty. */
export function shareOut(counties: NationCounty[], teachers: number): Map<string, number> {
  const total = counties.reduce((sum, county) => sum + county.weight, 0)
  return new Map(counties.map((county) => [county.code, Math.max(10, Math.round((teachers * county.weight) / total))]))
}
