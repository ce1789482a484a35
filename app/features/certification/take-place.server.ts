// Finds a place in a status list: at random, so that a place tells nothing about when or whose, and free as far as can be seen.
import { randomBytes } from 'node:crypto'
import { isListFull, placeFrom } from '#app/core/certification/status-list.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { recordEvent } from '#app/platform/events.server.ts'
import { countPlaces, findLatestListId, insertStatusList, listTaken } from './status-list-store.server.ts'

const FIRST_LIST = 1

/** So many places are drawn at once. Only when half of them are taken is the whole list counted, which is slow. */
const DRAWN = 16

export type Place = { statusListId: number; statusIndex: number }

/** The key (list, index) decides at the insert; somebody else may be faster. */
export async function takePlace(tx: Transaction): Promise<Place> {
  const latest = (await findLatestListId(tx)) ?? (await openList(tx, FIRST_LIST))
  const places = Array.from({ length: DRAWN }, () => placeFrom(randomBytes(4)))
  const taken = await listTaken(tx, latest, places)
  if (taken.length >= DRAWN / 2 && isListFull(await countPlaces(tx, latest))) {
    return { statusListId: await openList(tx, latest + 1), statusIndex: placeFrom(randomBytes(4)) }
  }
  return { statusListId: latest, statusIndex: places.find((place) => !taken.includes(place)) ?? placeFrom(randomBytes(4)) }
}

/** A list is signed as soon as it exists: a certificate in it must be checkable. */
async function openList(tx: Transaction, id: number): Promise<number> {
  if (await insertStatusList(tx, id)) await recordEvent(tx, 'status-list.changed', String(id))
  return id
}
