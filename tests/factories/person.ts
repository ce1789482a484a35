// People and schools for tests, as rows. The counties must be there: loadReferenceData.
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '#app/core/access/can.ts'
import { dateFromDay, dayOf, type Day } from '#app/core/kernel/calendar.ts'
import type { Level, Residence } from '#app/core/kernel/dimensions.ts'
import { markFactsChanged } from '#app/features/registry/mark-facts-changed.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { TestWorld } from '#tests/setup/world.ts'

export async function createPerson(world: TestWorld, { name = 'Ana Popescu' }: { name?: string } = {}): Promise<string> {
  const { id } = await world.db.person.create({ data: { name, createdAt: await world.clock() } })
  return id
}

/** A person with an account; its password opens nothing. */
export async function createActor(world: TestWorld, role: Role = 'teacher', name = 'Ana Popescu'): Promise<Actor> {
  const email = `${randomUUID()}@example.org`
  const account = await world.db.account.create({ data: { email, emailTyped: email, passwordHash: '-', role, person: { create: { name } } } })
  return { accountId: account.id, personId: account.personId, role }
}

let schools = 0

export async function createSchool(world: TestWorld, { countyCode = 'RO-BC', residence = 'rural', name = 'Școala Gimnazială', locality = 'Valea Seacă' }: { countyCode?: string; residence?: Residence; name?: string; locality?: string } = {}): Promise<string> {
  const code = String(++schools).padStart(10, '0')
  await world.db.school.create({ data: { code, name, locality, countyCode, residence } })
  return code
}

type PostIn = { schoolCode: string; level?: Level | null; isMain?: boolean; hoursPerWeek?: number | null; startsOn?: string; endsOn?: string }

/** A post recorded now, as a roster would enter it. Begins today when nothing else is said. */
export async function createPost(world: TestWorld, personId: string, { schoolCode, level = 'primary', isMain = true, hoursPerWeek = null, startsOn, endsOn }: PostIn): Promise<string> {
  const at = await world.clock()
  return inTransaction(world.db, async (tx) => {
    const { id } = await tx.post.create({
      data: {
        personId,
        schoolCode,
        level,
        isMain,
        hoursPerWeek,
        startsOn: dateFromDay((startsOn ?? dayOf(at)) as Day),
        recordedAt: at,
        ...(endsOn ? { endsOn: dateFromDay(endsOn as Day), endRecordedAt: at } : {}),
      },
    })
    await markFactsChanged(tx, personId, at)
    return id
  })
}
