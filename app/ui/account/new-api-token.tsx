// A token just made, shown this once.
import { useTranslate } from '../reader.tsx'

export function NewApiToken({ name, token, example }: { name: string; token: string; example: string }) {
  const t = useTranslate()
  return (
    <div className="page">
      <h1>{t('accounts:tokens.madeTitle')}</h1>
      <p className="notice" data-tone="due" role="status">
        {t('accounts:tokens.made')}
      </p>
      <h2>{t('accounts:tokens.secret', { name })}</h2>
      <p>
        <code className="to-copy">{token}</code>
      </p>
      <h2>{t('accounts:tokens.usage')}</h2>
      <pre className="wrapping">
        <code>{`curl -H 'Authorization: Bearer ${token.slice(0, 12)}…' '${example}?by=county'`}</code>
      </pre>
      <p className="actions">
        <a className="button" href="/ministry/tokens">
          {t('accounts:tokens.backToList')}
        </a>
      </p>
    </div>
  )
}
