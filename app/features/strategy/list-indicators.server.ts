// The indicators of the strategies, and where the figures of those that are measured here can be had.
import { localize, type Locale } from '#app/core/kernel/locale.ts'
import type { World } from '#app/platform/world.server.ts'
import { readIndicatorHeads } from './indicator-store.server.ts'
import { HEADLINE } from './read-indicator.server.ts'

export type IndicatorEntry = {
  code: string
  name: string
  unit: string
  kind: string
  isHeadline: boolean
  strategy: string
  strategyStatus: string
  /** The part of the strategy it belongs to. */
  item: string | null
  /** Absent where no figures of its own are published. */
  url?: string
}

export async function listIndicators(world: Pick<World, 'db' | 'publicUrl'>, locale: Locale): Promise<IndicatorEntry[]> {
  const heads = await readIndicatorHeads(world.db)
  return heads.map(({ code, name, unit, kind, isHeadline, strategyId, strategyStatus, itemId }) => ({
    code,
    name: localize(name, locale),
    unit,
    kind,
    isHeadline,
    strategy: strategyId,
    strategyStatus,
    item: itemId,
    ...(code === HEADLINE && { url: `${world.publicUrl}/api/v1/indicators/teacher-training` }),
  }))
}
