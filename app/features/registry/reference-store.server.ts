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

/** Enters what is missing and brings the rest up to date; writes nothing when nothing differs. What people entered (targets, schools) is not touched. */
export async function saveReferenceData(tx: Transaction, { regions, counties, strategies, items, indicators }: ReferenceData): Promise<void> {
  await tx.$executeRaw`
    insert into region (code, name, name_en, name_sv)
    select code, name, "nameEn", "nameSv" from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as given (code text, name text, "nameEn" text, "nameSv" text)
    on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, name_sv = excluded.name_sv
    where (region.name, region.name_en, region.name_sv) is distinct from (excluded.name, excluded.name_en, excluded.name_sv)`
  await tx.$executeRaw`
    insert into county (code, abbr, name, position, region_code)
    select code, abbr, name, position, "regionCode"
    from jsonb_to_recordset(${JSON.stringify(counties.map((county, index) => ({ ...county, position: index + 1 })))}::jsonb) as given (code text, abbr text, name text, position int, "regionCode" text)
    on conflict (code) do update set abbr = excluded.abbr, name = excluded.name, position = excluded.position, region_code = excluded.region_code
    where (county.abbr, county.name, county.position, county.region_code) is distinct from (excluded.abbr, excluded.name, excluded.position, excluded.region_code)`
  await tx.$executeRaw`
    insert into strategy (id, name, status)
    select id, name, status from jsonb_to_recordset(${JSON.stringify(strategies)}::jsonb) as given (id text, name jsonb, status text)
    on conflict (id) do update set name = excluded.name, status = excluded.status
    where (strategy.name, strategy.status) is distinct from (excluded.name, excluded.status)`
  await tx.$executeRaw`
    insert into strategy_item (id, strategy_id, kind, number, title, is_measured)
    select id, "strategyId", kind, number, title, "isMeasured"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as given (id text, "strategyId" text, kind text, number int, title jsonb, "isMeasured" boolean)
    on conflict (id) do update set strategy_id = excluded.strategy_id, kind = excluded.kind, number = excluded.number, title = excluded.title, is_measured = excluded.is_measured
    where (strategy_item.strategy_id, strategy_item.kind, strategy_item.number, strategy_item.title, strategy_item.is_measured)
      is distinct from (excluded.strategy_id, excluded.kind, excluded.number, excluded.title, excluded.is_measured)`
  await tx.$executeRaw`
    insert into indicator (code, strategy_id, item_id, name, unit, kind, is_headline)
    select code, "strategyId", "itemId", name, unit, kind, "isHeadline"
    from jsonb_to_recordset(${JSON.stringify(indicators)}::jsonb) as given (code text, "strategyId" text, "itemId" text, name jsonb, unit text, kind text, "isHeadline" boolean)
    on conflict (code) do update set strategy_id = excluded.strategy_id, item_id = excluded.item_id, name = excluded.name, unit = excluded.unit, kind = excluded.kind, is_headline = excluded.is_headline
    where (indicator.strategy_id, indicator.item_id, indicator.name, indicator.unit, indicator.kind, indicator.is_headline)
      is distinct from (excluded.strategy_id, excluded.item_id, excluded.name, excluded.unit, excluded.kind, excluded.is_headline)`
}
