// Rule R-6: a month stays open until the end of the third month after it; what is recorded later never changes it.
import { addMonths, monthOf, type Month } from '../kernel/calendar.ts'

/** Months after its own during which a month may still change. */
export const OPEN_FOR_MONTHS = 3

/** The earliest month that was still open when the fact was recorded: the fact holds for it and every later one. */
export function firstOpenMonth(recordedAt: Date): Month {
  return addMonths(monthOf(recordedAt), -OPEN_FOR_MONTHS)
}

/** Whether facts recorded at `now` may still change the month. True of months to come. */
export function isOpen(month: Month, now: Date): boolean {
  return month >= firstOpenMonth(now)
}
