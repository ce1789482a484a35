// A post as facts: which school, where, which level, since when.
import type { Day } from '#app/core/kernel/calendar.ts'
import type { Level, Residence } from '#app/core/kernel/dimensions.ts'
import { formatDay } from '#app/language/format.ts'
import { term } from '#app/language/translate.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'

export type SchoolFacts = { name: string; locality: string; county: string; residence: Residence }

export function PostFacts({ school, level, startsOn }: { school: SchoolFacts; level?: Level | null; startsOn?: Day }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <dl className="facts">
      <dt>{t('accounts:post.school')}</dt>
      <dd>
        {school.name}, {school.locality}
      </dd>
      <dt>{t('accounts:post.county')}</dt>
      <dd>{school.county}</dd>
      <dt>{t('accounts:post.residence')}</dt>
      <dd>{term(t, `residence.${school.residence}`)}</dd>
      {level !== undefined && (
        <>
          <dt>{t('accounts:post.level')}</dt>
          <dd>{term(t, `level.${level ?? 'unknown'}`)}</dd>
        </>
      )}
      {startsOn && (
        <>
          <dt>{t('accounts:post.since')}</dt>
          <dd>{formatDay(startsOn, locale)}</dd>
        </>
      )}
    </dl>
  )
}
