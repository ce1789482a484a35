// What to show, as a plain form: what was left open is sent empty.
import type { Month } from '#app/core/kernel/calendar.ts'
import { formatMonth } from '#app/language/format.ts'
import type { Choice } from '#app/ui/form.tsx'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import type { Asked } from './addresses.ts'

export function IndicatorFilters({ path, asked, counties, months }: { path: string; asked: Asked; counties: { code: string; name: string }[]; months: Month[] }) {
  const t = useTranslate()
  const locale = useLocale()
  const [, ...past] = months
  const by = (['county', 'region', 'residence', 'level', 'theme'] as const).map((value) => ({ value, label: t(`strategy:by.${value}`) }))
  return (
    <form className="filters" method="get" action={path} aria-label={t('strategy:filter.title')}>
      <Filter name="by" label={t('strategy:filter.by')} chosen={asked.by ?? 'county'} choices={by} />
      <Filter
        name="county"
        label={t('strategy:filter.county')}
        chosen={asked.county ?? ''}
        choices={[{ value: '', label: t('strategy:filter.allCounties') }, ...counties.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Filter
        name="month"
        label={t('strategy:filter.month')}
        chosen={asked.month ?? ''}
        choices={[{ value: '', label: t('strategy:filter.currentMonth') }, ...past.map((month) => ({ value: month, label: formatMonth(month, locale) }))]}
      />
      <Filter
        name="denominator"
        label={t('strategy:filter.denominator')}
        chosen={asked.denominator ?? 'official'}
        choices={(['official', 'registered'] as const).map((value) => ({ value, label: t(`strategy:filter.${value}`) }))}
      />
      <button type="submit" className="secondary">
        {t('strategy:filter.show')}
      </button>
    </form>
  )
}

function Filter({ name, label, chosen, choices }: { name: string; label: string; chosen: string; choices: Choice[] }) {
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={chosen}>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
