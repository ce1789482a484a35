// How the indicator is calculated, in plain words: every rule that a figure on the other pages follows.
import type { ReactNode } from 'react'
import { useTranslate } from '#app/ui/reader.tsx'
import { StrategyStatus } from './indicator-report.tsx'

export type StrategyText = { id: string; name: string; status: string; items: { id: string; kind: string; number: number; title: string; isMeasured: boolean }[] }

export function Methodology({ strategies }: { strategies: StrategyText[] }) {
  const t = useTranslate()
  return (
    <article className="page page-narrow methodology">
      <h1>{t('strategy:method.title')}</h1>
      <p className="lead">{t('strategy:method.lead')}</p>
      <p>
        <a className="button" href="/indicator">
          {t('strategy:method.toFigure')}
        </a>
      </p>
      <Rule id="what" title={t('strategy:method.what.title')}>
        <p>{t('strategy:method.what.p1')}</p>
        <p>{t('strategy:method.what.p2')}</p>
      </Rule>
      <Rule id="who" title={t('strategy:method.who.title')}>
        <p>{t('strategy:method.who.p1')}</p>
        <p>{t('strategy:method.who.p2')}</p>
      </Rule>
      <Rule id="which" title={t('strategy:method.which.title')}>
        <p>{t('strategy:method.which.p1')}</p>
      </Rule>
      <Rule id="denominator" title={t('strategy:method.denominator.title')}>
        <p>{t('strategy:method.denominator.p1')}</p>
        <p>{t('strategy:method.denominator.p2')}</p>
      </Rule>
      <Rule id="when" title={t('strategy:method.when.title')}>
        <p>{t('strategy:method.when.p1')}</p>
        <p>{t('strategy:method.when.p2')}</p>
      </Rule>
      <Rule id="also" title={t('strategy:method.also.title')}>
        <p>{t('strategy:method.also.p1')}</p>
      </Rule>
      <Rule id="hidden" title={t('strategy:method.hidden.title')}>
        <p>{t('strategy:method.hidden.p1')}</p>
        <ul>
          {(['l1', 'l2', 'l3', 'l4'] as const).map((line) => (
            <li key={line}>{t(`strategy:method.hidden.${line}`)}</li>
          ))}
        </ul>
        <p>{t('strategy:method.hidden.p2')}</p>
        <p>{t('strategy:method.hidden.p3')}</p>
        <p>{t('strategy:method.hidden.p4')}</p>
      </Rule>
      <Rule id="strategy" title={t('strategy:method.strategy.title')}>
        <p>{t('strategy:method.strategy.p1')}</p>
        <p>{t('strategy:method.strategy.p2')}</p>
        {strategies.length === 0 && <p className="quietly">{t('strategy:method.strategy.empty')}</p>}
        {strategies.map((strategy) => (
          <StrategyItems key={strategy.id} strategy={strategy} />
        ))}
      </Rule>
      <Rule id="sources" title={t('strategy:method.sources.title')}>
        <p>{t('strategy:method.sources.p1')}</p>
        <p>{t('strategy:method.sources.p2')}</p>
        <ul>
          <li>
            <a href="/api/v1/indicators/teacher-training.csv">{t('strategy:export.csv')}</a>
          </li>
          <li>
            <a href="/api/v1/indicators/teacher-training">{t('strategy:export.json')}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t('strategy:export.api')}</a>
          </li>
        </ul>
        <p>{t('strategy:export.licence')}</p>
      </Rule>
    </article>
  )
}

function Rule({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="panel" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

const kinds = ['pillar', 'effort', 'objective', 'key_activity', 'expected_result', 'timeline'] as const

function StrategyItems({ strategy: { name, status, items } }: { strategy: StrategyText }) {
  const t = useTranslate()
  return (
    <details>
      <summary>{t('strategy:method.strategy.items', { name })}</summary>
      <p>
        <StrategyStatus status={status} />
      </p>
      {kinds.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <div key={kind}>
            <h3>{t(`strategy:method.strategy.kind.${kind}`)}</h3>
            <ol>
              {ofKind.map(({ id, title, isMeasured }) => (
                <li key={id}>
                  {title} <span className="tag">{isMeasured ? t('strategy:method.strategy.measured') : t('strategy:method.strategy.notMeasured')}</span>
                </li>
              ))}
            </ol>
          </div>
        )
      })}
    </details>
  )
}
