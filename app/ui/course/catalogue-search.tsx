// Search of the catalogue: a form whose answers stand in the address, so that a search can be kept and sent.
import { themes } from '#app/core/kernel/dimensions.ts'
import { term } from '#app/language/translate.ts'
import { useTranslate } from '../reader.tsx'

export function CatalogueSearch({ words, theme }: { words: string; theme: string | null }) {
  const t = useTranslate()
  return (
    <form className="catalogue-search" method="get" action="/courses" role="search">
      <div className="field">
        <label htmlFor="q">{t('learning:catalogue.search')}</label>
        <input id="q" name="q" type="search" defaultValue={words} maxLength={100} />
      </div>
      <div className="field">
        <label htmlFor="theme">{t('learning:catalogue.theme')}</label>
        <select id="theme" name="theme" defaultValue={theme ?? ''}>
          <option value="">{t('learning:catalogue.anyTheme')}</option>
          {themes.map((name) => (
            <option key={name} value={name}>
              {term(t, `theme.${name}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{t('learning:catalogue.submit')}</button>
    </form>
  )
}
