// The course over months: people certified as a line, newly certified as columns below it, both from zero, labelled where they end.
import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Month } from '#app/core/kernel/calendar.ts'
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { formatMonth, formatNumber } from '#app/language/format.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'

type Series = IndicatorView['series']
type Size = { name: 'wide' | 'narrow'; width: number; stock: number; flow: number; left: number; right: number }

/** Drawn in two sizes, so that letters are as large on a phone as on a desk; one is shown. */
const sizes: Size[] = [
  { name: 'wide', width: 760, stock: 280, flow: 110, left: 56, right: 72 },
  { name: 'narrow', width: 340, stock: 220, flow: 100, left: 52, right: 60 },
]
const TOP = 18
const BOTTOM = 26
/** Two labels nearer than this would touch. */
const LABEL_WIDTH = 44

export function CourseCharts({ series }: { series: Series }) {
  const t = useTranslate()
  const locale = useLocale()
  const known = series.filter(({ certified }) => certified !== null)
  const [first, last] = [known[0], known.at(-1)]
  const summary = first && last ? t('strategy:course.summary', { first: formatNumber(first.certified!, locale), from: formatMonth(first.month, locale), last: formatNumber(last.certified!, locale), to: formatMonth(last.month, locale) }) : ''
  return (
    <section className="months" aria-labelledby="course-title">
      <h2 id="course-title">{t('strategy:course.title')}</h2>
      {sizes.map((size) => (
        <div key={size.name} className={`chart-${size.name}`}>
          <figure>
            <figcaption>{t('strategy:course.stock')}</figcaption>
            <Stock series={series} size={size} label={`${t('strategy:course.stock')}: ${summary}`} />
          </figure>
          <figure>
            <figcaption>{t('strategy:course.flow')}</figcaption>
            <Flow series={series} size={size} label={t('strategy:course.flow')} />
          </figure>
        </div>
      ))}
      {known.length < series.length && <p className="quietly">{t('strategy:course.gap')}</p>}
      <CourseTable series={series} />
    </section>
  )
}

function Stock({ series, size, label }: { series: Series; size: Size; label: string }) {
  const locale = useLocale()
  const months = series.map(({ month }) => month)
  const x = scalePoint(months, [size.left, size.width - size.right])
  const most = Math.max(1, ...series.map(({ certified }) => certified ?? 0))
  const y = scaleLinear([0, most], [size.stock - BOTTOM, TOP]).nice(4)
  const draw = line<Series[number]>()
    .defined(({ certified }) => certified !== null)
    .x(({ month }) => Math.round(x(month)!))
    .y(({ certified }) => Math.round(y(certified ?? 0) * 10) / 10)
  const shown = series.filter(({ certified }) => certified !== null)
  const last = shown.at(-1)
  return (
    <svg viewBox={`0 0 ${size.width} ${size.stock}`} role="img" aria-label={label}>
      <Grid size={size} scale={y} />
      <MonthAxis size={size} height={size.stock} months={months} at={(month) => x(month)!} />
      <path className="chart-line" d={draw(series) ?? ''} />
      {shown.map(({ month, certified }) => (
        <circle key={month} className={month === last?.month ? 'chart-dot chart-dot-last' : 'chart-dot'} cx={Math.round(x(month)!)} cy={y(certified!)} r={month === last?.month ? 5 : 2.5} />
      ))}
      {last && (
        <text className="chart-label" x={x(last.month)! + 10} y={y(last.certified!) + 5}>
          {formatNumber(last.certified!, locale)}
        </text>
      )}
    </svg>
  )
}

function Flow({ series, size, label }: { series: Series; size: Size; label: string }) {
  const locale = useLocale()
  const months = series.map(({ month }) => month)
  const x = scaleBand(months, [size.left, size.width - size.right]).padding(0.3)
  const most = Math.max(1, ...series.map(({ newlyCertified }) => newlyCertified ?? 0))
  const y = scaleLinear([0, most], [size.flow - BOTTOM, TOP])
  const peak = series.findIndex(({ newlyCertified }) => newlyCertified === most)
  const isLabelled = (index: number): boolean => index === series.length - 1 || (index === peak && x(months.at(-1)!)! - x(months[peak]!)! >= LABEL_WIDTH)
  return (
    <svg viewBox={`0 0 ${size.width} ${size.flow}`} role="img" aria-label={label}>
      <line className="chart-base" x1={size.left} x2={size.width - size.right} y1={y(0)} y2={y(0)} />
      <MonthAxis size={size} height={size.flow} months={months} at={(month) => x(month)! + x.bandwidth() / 2} />
      {series.map(({ month, newlyCertified }, index) =>
        newlyCertified === null ? null : (
          <g key={month}>
            <rect className="chart-column" x={x(month)} width={x.bandwidth()} y={y(newlyCertified)} height={y(0) - y(newlyCertified)} />
            {newlyCertified > 0 && isLabelled(index) && (
              <text className="chart-label chart-label-over" x={x(month)! + x.bandwidth() / 2} y={y(newlyCertified) - 5}>
                {formatNumber(newlyCertified, locale)}
              </text>
            )}
          </g>
        ),
      )}
    </svg>
  )
}

/** Lines at whole numbers of people. */
function Grid({ size, scale }: { size: Size; scale: { (value: number): number; ticks(count: number): number[] } }) {
  const locale = useLocale()
  return (
    <g>
      {scale
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? 'chart-base' : 'chart-rule'} x1={size.left} x2={size.width - size.right} y1={scale(tick)} y2={scale(tick)} />
            <text className="chart-tick chart-tick-left" x={size.left - 8} y={scale(tick) + 4}>
              {formatNumber(tick, locale)}
            </text>
          </g>
        ))}
    </g>
  )
}

/** The first month and the last are named; those between have a mark. */
function MonthAxis({ size, height, months, at }: { size: Size; height: number; months: Month[]; at: (month: Month) => number }) {
  const locale = useLocale()
  const ends = months.length > 1 ? [months[0]!, months.at(-1)!] : months
  return (
    <g>
      {months.map((month) => (
        <line key={month} className="chart-mark" x1={at(month)} x2={at(month)} y1={height - BOTTOM} y2={height - BOTTOM + 4} />
      ))}
      {ends.map((month, index) => (
        <text key={month} className={`chart-tick ${index === 0 ? 'chart-tick-first' : 'chart-tick-last'}`} x={index === 0 ? size.left : size.width - size.right} y={height - 6}>
          {formatMonth(month, locale, 'short')}
        </text>
      ))}
    </g>
  )
}

function CourseTable({ series }: { series: Series }) {
  const t = useTranslate()
  const locale = useLocale()
  const count = (value: number | null): string => (value === null ? t('strategy:table.suppressed') : formatNumber(value, locale))
  return (
    <details>
      <summary>{t('strategy:course.table')}</summary>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('strategy:course.caption')}>
        <table className="data-table">
          <caption>{t('strategy:course.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('strategy:course.month')}</th>
              <th scope="col" className="number">
                {t('strategy:course.certified')}
              </th>
              <th scope="col" className="number">
                {t('strategy:course.newlyCertified')}
              </th>
              <th scope="col" className="number">
                {t('strategy:course.issued')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...series].reverse().map(({ month, certified, newlyCertified, certificatesIssued }) => (
              <tr key={month}>
                <th scope="row">{formatMonth(month, locale)}</th>
                <td className="number">{count(certified)}</td>
                <td className="number">{count(newlyCertified)}</td>
                <td className="number">{count(certificatesIssued)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
