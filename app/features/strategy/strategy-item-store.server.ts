// The texts of the strategies.
import type { Localized } from '#app/core/kernel/locale.ts'
import type { Queryable } from '#app/platform/db.server.ts'

export type StrategyRow = { id: string; status: string; name: Localized; items: { id: string; kind: string; number: number; title: Localized; isMeasured: boolean }[] }

export async function readStrategies(db: Queryable): Promise<StrategyRow[]> {
  const rows = await db.strategy.findMany({ orderBy: { id: 'desc' }, include: { items: { orderBy: [{ kind: 'asc' }, { number: 'asc' }] } } })
  return rows.map(({ id, status, name, items }) => ({
    id,
    status,
    name: name as Localized,
    items: items.map(({ id: itemId, kind, number, title, isMeasured }) => ({ id: itemId, kind, number, title: title as Localized, isMeasured })),
  }))
}
