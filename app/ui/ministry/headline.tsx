// One number, large, with both counts, its date and its source; what it means is one press away.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { addMonths, lastDayOf } from '#app/core/kernel/calendar.ts'
import { isAboveStaff, type IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { OPEN_FOR_MONTHS } from '#app/core/strategy/months-open.ts'
import { formatDay, formatInstant, formatMonth, formatNumber, formatPercent } from '#app/language/format.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { Told } from '../course/told.tsx'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** public/catedra/live-figure.js */
      'live-figure': DetailedHTMLProps<HTMLAttributes<HTMLElement> & { src?: string }, HTMLElement>
    }
  }
}

/** `refresh` is this page's own address. */
export function Headline({ view, refresh }: { view: IndicatorView; refresh: string }) {
  const t = useTranslate()
  const locale = useLocale()
  const { national, month, state, asOf } = view
  const inWords = formatMonth(month, locale)
  const states = {
    current: () => t('strategy:headline.current', { month: inWords }),
    provisional: () => t('strategy:headline.provisional', { month: inWords, day: formatDay(lastDayOf(addMonths(month, OPEN_FOR_MONTHS)), locale) }),
    final: () => t('strategy:headline.final', { month: inWords }),
  }
  // Only a month that is not over moves while one looks at it.
  const live = state === 'current' ? `/api/v1/indicators/teacher-training?${new URLSearchParams({ from: month, by: 'residence', denominator: view.denominator.mode }).toString()}` : undefined
  return (
    <section className="headline" aria-labelledby="headline-title">
      <h2 id="headline-title" className="visually-hidden">
        {t('strategy:headline.heading')}
      </h2>
      <live-figure src={live}>
        <p className="headline-figure" aria-live="polite" aria-atomic="true">
          <NationalFigure national={national} />
        </p>
        {isAboveStaff(national) && (
          <p className="notice" data-tone="due">
            {t('strategy:headline.check')}
          </p>
        )}
        <p className="headline-state">{states[state]()}</p>
        <p className="quietly">
          {t('strategy:headline.asOf')}{' '}
          <time dateTime={asOf} data-figure="asOf">
            {formatInstant(new Date(asOf), locale)}
          </time>
          {' · '}
          <a href={refresh}>{t('strategy:headline.refresh')}</a>
        </p>
      </live-figure>
      <p className="headline-origin">
        <Origin denominator={view.denominator} national={national} />
      </p>
      <p className="headline-origin">
        {national.target === null ? t('strategy:headline.noTarget') : t('strategy:headline.target', { year: month.slice(0, 4), percent: formatPercent(national.target, locale) })}
      </p>
      <details>
        <summary>{t('strategy:headline.definition')}</summary>
        <p>{t('strategy:headline.definitionText')}</p>
        <p>
          <a href="/methodology">{t('strategy:headline.method')}</a>
        </p>
      </details>
    </section>
  )
}

/** The rate with both its counts, or what of them may be said. */
export function NationalFigure({ national: { certified, staff, percent } }: Pick<IndicatorView, 'national'>) {
  const t = useTranslate()
  const locale = useLocale()
  if (certified === null) {
    return (
      <>
        <abbr className="figure" title={t('strategy:table.suppressedLong')}>
          {t('strategy:table.suppressed')}
        </abbr>{' '}
        <span className="figure-words">{t('strategy:headline.hidden')}</span>
      </>
    )
  }
  if (staff === null || percent === null) {
    return (
      <>
        <span className="figure" data-figure="certified">
          {formatNumber(certified, locale)}
        </span>{' '}
        <span className="figure-words">{t('strategy:headline.counted', { count: certified })}</span>
      </>
    )
  }
  // The two counts move by themselves, so the words between them are laid around two marked places.
  const [before, between, after] = t('strategy:headline.ofStaff', { count: staff, certified: '\n', staff: '\n' }).split('\n')
  return (
    <>
      <span className="figure" data-figure="percent">
        {formatPercent(percent, locale)}
      </span>{' '}
      <span className="figure-words">
        {before}
        <span data-figure="certified">{formatNumber(certified, locale)}</span>
        {between}
        <span data-figure="staff">{formatNumber(staff, locale)}</span>
        {after}
      </span>
    </>
  )
}

/** What is divided by, of which day, from where: the source as the ministry entered it, in Romanian. */
export function Origin({ denominator: { mode, date, source }, national }: Pick<IndicatorView, 'denominator' | 'national'>) {
  const t = useTranslate()
  const locale = useLocale()
  const staff = national.staff === null ? null : formatNumber(national.staff, locale)
  if (date === null || source === null) return <>{t('strategy:denominator.none')}</>
  if (mode === 'official') {
    const [before, after] = t('strategy:denominator.official', { staff: staff ?? '–', date: formatDay(date, locale), source: '\n' }).split('\n')
    return (
      <>
        {before}
        <Told text={{ ro: source }} />
        {after}
      </>
    )
  }
  return <>{staff === null ? t('strategy:denominator.registeredHidden') : t('strategy:denominator.registered', { staff, date: formatDay(date, locale) })}</>
}
