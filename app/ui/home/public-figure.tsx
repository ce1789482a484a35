// The public figure with its date and where its denominator comes from; the rest is one press away.
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { formatInstant } from '#app/language/format.ts'
import { NationalFigure, Origin } from '../ministry/headline.tsx'
import { useLocale, useTranslate } from '../reader.tsx'

export type ShownFigure = Pick<IndicatorView, 'national' | 'denominator' | 'asOf'>

export function PublicFigure({ figure: { national, denominator, asOf } }: { figure: ShownFigure }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <section className="public-figure" aria-labelledby="figure">
      <h2 id="figure">{t('shell:home.figure.title')}</h2>
      <p className="headline-figure">
        <NationalFigure national={national} />
      </p>
      <p className="quietly">
        {t('strategy:headline.asOf')} <time dateTime={asOf}>{formatInstant(new Date(asOf), locale)}</time>. <Origin denominator={denominator} national={national} />
      </p>
      <p>
        <a href="/indicator">{t('shell:home.figure.more')}</a>
      </p>
    </section>
  )
}
