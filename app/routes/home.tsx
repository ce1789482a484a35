import type { MetaFunction } from '@remix-run/node'
import { translator } from '#app/language/translate.ts'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction = () => [{ title: `${translator('ro')('shell:brand')}` }]

export default function Home() {
  const t = useTranslate()
  return (
    <div className="page page-narrow">
      <h1 className="display">{t('shell:home.title')}</h1>
      <p className="lead">{t('shell:home.lead')}</p>
      <p>
        <a className="button" href="/courses">
          {t('shell:home.begin')}
        </a>
      </p>
    </div>
  )
}
