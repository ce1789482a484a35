// Somebody's tokens, each with the day it was last used; those that are good can be revoked.
import type { Day } from '#app/core/kernel/calendar.ts'
import { formatDay } from '#app/language/format.ts'
import { useLocale, useTranslate } from '../reader.tsx'

export type ShownApiToken = { id: string; name: string; createdOn: Day; lastUsedOn: Day | null; expiresOn: Day; state: 'good' | 'ended' | 'revoked' }

export function ApiTokenTable({ tokens }: { tokens: ShownApiToken[] }) {
  const t = useTranslate()
  const locale = useLocale()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('accounts:tokens.caption')}>
      <table className="data-table">
        <caption className="visually-hidden">{t('accounts:tokens.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('accounts:tokens.name')}</th>
            <th scope="col">{t('accounts:tokens.createdOn')}</th>
            <th scope="col">{t('accounts:tokens.lastUsedOn')}</th>
            <th scope="col">{t('accounts:tokens.until')}</th>
            <th scope="col">{t('accounts:tokens.state')}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, createdOn, lastUsedOn, expiresOn, state }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <time dateTime={createdOn}>{formatDay(createdOn, locale)}</time>
              </td>
              <td>{lastUsedOn ? <time dateTime={lastUsedOn}>{formatDay(lastUsedOn, locale)}</time> : t('accounts:tokens.never')}</td>
              <td>
                <time dateTime={expiresOn}>{formatDay(expiresOn, locale)}</time>
              </td>
              <td>
                {state === 'revoked' ? (
                  t('accounts:tokens.revoked')
                ) : (
                  <form className="in-row" method="post" action={`/ministry/tokens/${id}/revocation`}>
                    {t(`accounts:tokens.${state}`)}
                    <button className="quiet" type="submit" aria-label={t('accounts:tokens.revokeNamed', { name })}>
                      {t('accounts:tokens.revoke')}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
