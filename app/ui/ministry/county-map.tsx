// The map of the counties in five steps of one colour; what is hidden is hatched, what is not known is an empty outline.
import { formatNumber, formatPercent } from '#app/language/format.ts'
import type { BreakdownRow } from '#app/core/strategy/indicator-view.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { addressOf, type Asked } from './addresses.ts'
import { Linked } from './linked.tsx'
import { classAt, classesOf, limitsOf, type MapClasses } from './map-classes.ts'
import { countyShapes, MAP_HEIGHT, MAP_WIDTH } from './romania-map.ts'

const HATCH = 'map-hidden'

type Shown = 'none' | 'hidden' | `step-${number}`

function shownAs(row: BreakdownRow | undefined, classes: MapClasses | null): Shown {
  if (row?.suppressed) return 'hidden'
  const value = row && classes ? row[classes.measure] : null
  return value === null || value === undefined || !classes ? 'none' : `step-${classAt(value, classes)}`
}

/** What is drawn last lies above its neighbours' borders. */
function chosenLast(county: string | undefined): typeof countyShapes {
  return [...countyShapes.filter(({ code }) => code !== county), ...countyShapes.filter(({ code }) => code === county)]
}

export function CountyMap({ path, asked, rows }: { path: string; asked: Asked; rows: BreakdownRow[] }) {
  const t = useTranslate()
  const locale = useLocale()
  const classes = classesOf(rows)
  const rowOf = new Map(rows.map((row) => [row.key, row]))

  const describe = (row: BreakdownRow | undefined): string => {
    if (row?.suppressed) return t('strategy:table.suppressedLong')
    if (!row || row.certified === null) return t('strategy:map.noData')
    const people = row.staff === null ? formatNumber(row.certified, locale) : t('strategy:table.countyFigure', { certified: formatNumber(row.certified, locale), staff: formatNumber(row.staff, locale) })
    return row.percent === null ? people : `${formatPercent(row.percent, locale)} (${people})`
  }

  return (
    <section className="county-map" aria-labelledby="map-title">
      <h2 id="map-title">{t('strategy:map.title')}</h2>
      <p className="visually-hidden-until-focused">
        <a href="#breakdown">{t('strategy:map.skip')}</a>
      </p>
      <svg viewBox={`-2 -2 ${MAP_WIDTH + 4} ${MAP_HEIGHT + 4}`} role="group" aria-label={t('strategy:map.label')}>
        <Hatching id={HATCH} />
        {chosenLast(asked.county).map(({ code, outline }) => {
          const row = rowOf.get(code)
          const shown = shownAs(row, classes)
          return (
            <a key={code} href={addressOf(path, asked, { county: code, by: 'level', sort: undefined })} aria-label={`${row?.name ?? code}: ${describe(row)}`} aria-current={asked.county === code ? 'true' : undefined}>
              <title>{`${row?.name ?? code}: ${describe(row)}`}</title>
              <path className={`map-county ${shown}`} d={outline} fill={shown === 'hidden' ? `url(#${HATCH})` : undefined} />
            </a>
          )
        })}
        <g className="map-letters" aria-hidden="true">
          {countyShapes.map(({ code, x, y }) => (
            <text key={code} className={shownAs(rowOf.get(code), classes)} x={x} y={y}>
              {code.slice(3)}
            </text>
          ))}
        </g>
      </svg>
      <Legend classes={classes} />
      <p className="quietly map-credit">
        <Linked text={t('strategy:map.credit')} to={['https://mapsvg.com', 'https://creativecommons.org/licenses/by/4.0/']} />
      </p>
    </section>
  )
}

function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="6" height="6" />
        <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  )
}

function Legend({ classes }: { classes: MapClasses | null }) {
  const t = useTranslate()
  const locale = useLocale()
  const percent = classes?.measure !== 'certified'
  const range = ([from, to]: [number, number]): string =>
    percent
      ? t('strategy:map.range', { from: formatNumber(from, locale), to: formatPercent(to, locale, 0) })
      : from === to
        ? formatNumber(from, locale)
        : t('strategy:map.range', { from: formatNumber(from, locale), to: formatNumber(to, locale) })
  return (
    <div className="map-legend">
      <p id="map-legend">{percent ? t('strategy:map.rate') : t('strategy:map.people')}</p>
      <ul aria-labelledby="map-legend">
        {classes &&
          limitsOf(classes).map((limits, index) => (
            <li key={index}>
              <Swatch shown={`step-${index + 1}`} />
              {range(limits)}
            </li>
          ))}
        <li>
          <Swatch shown="hidden" />
          {t('strategy:map.suppressed')}
        </li>
        <li>
          <Swatch shown="none" />
          {t('strategy:map.noData')}
        </li>
      </ul>
    </div>
  )
}

function Swatch({ shown }: { shown: Shown }) {
  return (
    <svg className="map-swatch" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true" focusable="false">
      <rect className={`map-county ${shown}`} x="1" y="1" width="26" height="16" fill={shown === 'hidden' ? `url(#${HATCH})` : undefined} />
    </svg>
  )
}
