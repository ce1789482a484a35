// The strategies with what they are made of, to be shown as text.
import { localize, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { readStrategies } from './strategy-item-store.server.ts'

export type StrategyText = { id: string; name: string; status: string; items: { id: string; kind: string; number: number; title: string; isMeasured: boolean }[] }

export async function listStrategies(world: Pick<World, 'db'>, locale: Locale): Promise<StrategyText[]> {
  const strategies = await readStrategies(world.db)
  return strategies.map(({ name, items, ...rest }) => ({ ...rest, name: localize(name, locale), items: items.map(({ title, ...item }) => ({ ...item, title: localize(title, locale) })) }))
}
