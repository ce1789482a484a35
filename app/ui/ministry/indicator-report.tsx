// The indicator's page, for the ministry with exact figures and for the public with protected ones: the number, its course, the map, the table.
import type { BreakdownBy } from '#app/core/strategy/indicator-query.ts'
import type { BreakdownRow, IndicatorView } from '#app/core/strategy/indicator-view.ts'
import type { Month } from '#app/core/kernel/calendar.ts'
import { formatNumber, formatPercent } from '#app/language/format.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { addressOf, type Asked } from './addresses.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import { CountyMap } from './county-map.tsx'
import { CourseCharts } from './course-charts.tsx'
import { Headline } from './headline.tsx'
import { IndicatorFilters } from './indicator-filters.tsx'
import { Linked } from './linked.tsx'
import { parseSort } from './sort-rows.ts'

export type IndicatorReportProps = {
  path: string
  exact: boolean
  view: IndicatorView
  asked: Omit<Asked, 'sort'> & { by: BreakdownBy }
  sort: string | null
  byCounty: BreakdownRow[]
  counties: { code: string; name: string }[]
  months: Month[]
}

export function IndicatorReport({ path, exact, view, asked: figures, sort, byCounty, counties, months }: IndicatorReportProps) {
  const t = useTranslate()
  const asked = { ...figures, sort: parseSort(sort) ? sort! : undefined }
  const county = byCounty.find(({ key }) => key === asked.county)
  const by = t(`strategy:by.${asked.by}`)
  return (
    <div className="page indicator">
      <p className="indicator-strategy">
        {t('strategy:page.measures')} <StrategyStatus status={view.strategyStatus} />
      </p>
      <h1>{exact ? t('strategy:page.ministryTitle') : t('strategy:page.title')}</h1>
      <div className="indicator-top">
        <Headline view={view} refresh={addressOf(path, asked)} />
        <CourseCharts series={view.series} />
      </div>
      <IndicatorFilters path={path} asked={asked} counties={counties} months={months} />
      <div className="indicator-parts">
        <CountyMap path={path} asked={asked} rows={byCounty} />
        <div>
          {county && <CountyFigure county={county} back={addressOf(path, asked, { county: undefined, by: undefined, sort: undefined })} />}
          <BreakdownTable
            path={path}
            asked={asked}
            by={asked.by}
            rows={view.breakdown}
            isRegistered={view.denominator.mode === 'registered'}
            title={county ? t('strategy:table.titleOfCounty', { county: county.name, by }) : t('strategy:table.title', { by })}
            exact={exact}
          />
        </div>
      </div>
      <Exports asked={figures} exact={exact} />
    </div>
  )
}

export function StrategyStatus({ status }: { status: string | null }) {
  const t = useTranslate()
  return <span className="tag">{t(`strategy:status.${status === 'proposed' || status === 'adopted' ? status : 'unknown'}`)}</span>
}

function CountyFigure({ county: { name, certified, staff, percent, suppressed }, back }: { county: BreakdownRow; back: string }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <p className="county-figure">
      <strong>{name}</strong>{' '}
      {suppressed || certified === null ? (
        <abbr title={t('strategy:table.suppressedLong')}>{t('strategy:table.suppressed')}</abbr>
      ) : staff === null ? (
        formatNumber(certified, locale)
      ) : (
        <>
          <strong>{formatPercent(percent, locale)}</strong> {t('strategy:table.countyFigure', { certified: formatNumber(certified, locale), staff: formatNumber(staff, locale) })}
        </>
      )}{' '}
      <a href={back}>{t('strategy:table.back')}</a>
    </p>
  )
}

function Exports({ asked, exact }: Pick<IndicatorReportProps, 'asked' | 'exact'>) {
  const t = useTranslate()
  return (
    <section className="panel exports" aria-labelledby="export-title">
      <h2 id="export-title">{t('strategy:export.title')}</h2>
      <ul>
        <li>
          <a href={addressOf('/api/v1/indicators/teacher-training.csv', asked)}>{t('strategy:export.csv')}</a>
        </li>
        <li>
          <a href={addressOf('/api/v1/indicators/teacher-training', asked)}>{t('strategy:export.json')}</a>
        </li>
        <li>
          <a href="/api/v1/openapi.json">{t('strategy:export.api')}</a>
        </li>
        {exact && (
          <li>
            <a href="/ministry/tokens">{t('strategy:export.tokens')}</a>
          </li>
        )}
      </ul>
      <p className="quietly">{exact ? <Linked text={t('strategy:page.exact')} to={['/indicator']} /> : t('strategy:export.licence')}</p>
    </section>
  )
}
