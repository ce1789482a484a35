// Teaching posts: begun, and ended once. What was entered is never rewritten.
import { dateFromDay, dayFromDate, type Day } from '#app/core/kernel/calendar.ts'
import type { Level } from '#app/core/kernel/dimensions.ts'
import type { Queryable, Transaction } from '#app/platform/db.server.ts'

export type MainPost = { id: string; schoolCode: string; level: Level | null; hoursPerWeek: number | null; startsOn: Day; endsOn: Day | null }

export async function listMainPosts(db: Queryable, personId: string): Promise<MainPost[]> {
  const posts = await db.post.findMany({ where: { personId, isMain: true }, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] })
  return posts.map(({ id, schoolCode, level, hoursPerWeek, startsOn, endsOn }) => ({ id, schoolCode, level, hoursPerWeek, startsOn: dayFromDate(startsOn), endsOn: endsOn && dayFromDate(endsOn) }))
}

export type NewPost = { personId: string; schoolCode: string; level: Level | null; isMain: boolean; hoursPerWeek: number | null; startsOn: Day; recordedAt: Date }

export async function beginPost(tx: Transaction, post: NewPost): Promise<string> {
  const { id } = await tx.post.create({ data: { ...post, startsOn: dateFromDay(post.startsOn) }, select: { id: true } })
  return id
}

/** Ends those of the posts that have no end yet. */
export async function endPosts(tx: Transaction, ids: string[], endsOn: Day, recordedAt: Date): Promise<void> {
  await tx.post.updateMany({ where: { id: { in: ids }, endsOn: null }, data: { endsOn: dateFromDay(endsOn), endRecordedAt: recordedAt } })
}
