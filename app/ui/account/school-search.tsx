// Finding one's school without typing what the register knows: the county, then a part of the name, then a link.
import type { Residence } from '#app/core/kernel/dimensions.ts'
import { term } from '#app/language/translate.ts'
import { SelectField, TextField } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export type CountyChoice = { code: string; name: string }
export type FoundSchool = { code: string; name: string; locality: string; residence: Residence }
export type SchoolSearch = { county: CountyChoice; text: string; schools: FoundSchool[]; hasMore: boolean }

export function CountyForm({ counties, chosen }: { counties: CountyChoice[]; chosen: string }) {
  const t = useTranslate()
  return (
    <form method="get" action="/profile/post">
      <SelectField name="county" label={t('accounts:post.step1')} choices={counties.map(({ code, name }) => ({ value: code, label: name }))} defaultValue={chosen} emptyLabel={t('accounts:post.chooseCounty')} />
      <p className="actions">
        <button className="secondary" type="submit">
          {t('accounts:post.showSchools')}
        </button>
      </p>
    </form>
  )
}

export function SchoolList({ county, text, schools, hasMore }: SchoolSearch) {
  const t = useTranslate()
  if (schools.length === 0 && text === '') return <p className="notice">{t('accounts:post.noSchools')}</p>
  return (
    <section className="panel" aria-labelledby="schools">
      <h2 id="schools">{t('accounts:post.results', { county: county.name })}</h2>
      <form method="get" action="/profile/post" role="search">
        <input type="hidden" name="county" value={county.code} />
        <TextField name="q" label={t('accounts:post.search')} hint={t('accounts:post.searchHint')} type="search" required={false} defaultValue={text} />
        <p className="actions">
          <button className="secondary" type="submit">
            {t('accounts:post.find')}
          </button>
        </p>
      </form>
      {schools.length === 0 && <p role="status">{t('accounts:post.noneFound', { text })}</p>}
      <ul className="school-list">
        {schools.map((school) => (
          <li key={school.code}>
            <a href={`/profile/post?school=${school.code}`}>{school.name}</a>, {school.locality} <span className="tag">{term(t, `residence.${school.residence}`)}</span>
          </li>
        ))}
      </ul>
      {hasMore && <p className="quietly">{t('accounts:post.more')}</p>}
      <p className="quietly">{t('accounts:post.notThere')}</p>
    </section>
  )
}
