// What is the same in every installation: regions and counties, the strategies, their items and indicators.
import type { Localized } from '#app/core/kernel/locale.ts'
import type { Transaction } from '#app/platform/db.server.ts'

export type ReferenceData = {
  regions: { code: string; name: string; nameEn: string; nameSv: string }[]
  /** In the order of the Romanian alphabet. */
  counties: { code: string; abbr: string; name: string; regionCode: string }[]
  strategies: { id: string; status: string; name: Localized }[]
  items: { id: string; strategyId: string; kind: string; number: number; title: Localized; isMeasured: boolean }[]
  indicators: { code: string; strategyId: string; itemId: string | null; name: Localized; unit: string; kind: string; isHeadline: boolean }[]
}

/** Enters what is missing and brings the rest up to date; what people entered (targets, schools) is not touched. */
export async function saveReferenceData(tx: Transaction, { regions, counties, strategies, items, indicators }: ReferenceData): Promise<void> {
  for (const region of regions) await tx.region.upsert({ where: { code: region.code }, create: region, update: region })
  for (const [index, { code, ...county }] of counties.entries()) {
    const row = { ...county, position: index + 1 }
    await tx.county.upsert({ where: { code }, create: { code, ...row }, update: row })
  }
  for (const strategy of strategies) await tx.strategy.upsert({ where: { id: strategy.id }, create: strategy, update: strategy })
  for (const item of items) await tx.strategyItem.upsert({ where: { id: item.id }, create: item, update: item })
  for (const indicator of indicators) await tx.indicator.upsert({ where: { code: indicator.code }, create: indicator, update: indicator })
}
