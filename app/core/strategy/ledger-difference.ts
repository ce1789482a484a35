// What has to be appended to the ledger so that it says what the facts say. Nothing when it already does.
import { cellKey } from '../kernel/dimensions.ts'
import type { Transition } from './derive-counted-months.ts'

/** The smallest list of entries that brings `held` to `desired`, in an order that depends on nothing else. */
export function differenceToLedger(desired: Transition[], held: Transition[]): Transition[] {
  const missing = new Map<string, Transition>()
  const add = (transition: Transition, sign: 1 | -1): void => {
    const key = `${transition.month}|${transition.personId}|${transition.series}|${cellKey(transition.cell)}`
    missing.set(key, { ...transition, delta: (missing.get(key)?.delta ?? 0) + sign * transition.delta })
  }
  for (const transition of desired) add(transition, 1)
  for (const transition of held) add(transition, -1)
  return [...missing.entries()]
    .filter(([, { delta }]) => delta !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, transition]) => transition)
}
