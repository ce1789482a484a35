// The parts of the figure as a register: one line each, with a bar beside the percent.
import { isAboveStaff, type BreakdownRow } from '#app/core/strategy/indicator-view.ts'
import { formatNumber, formatPercent } from '#app/language/format.ts'
import { useLocale, useTranslate } from '#app/ui/reader.tsx'
import { addressOf, type Asked } from './addresses.ts'
import { Linked } from './linked.tsx'
import { parseSort, sortRows, type Sort, type SortColumn } from './sort-rows.ts'

export type By = 'county' | 'region' | 'residence' | 'level' | 'theme'

type Props = { path: string; asked: Asked; by: By; rows: BreakdownRow[]; isRegistered: boolean; title: string; exact: boolean }

export function BreakdownTable({ path, asked, by, rows, isRegistered, title, exact }: Props) {
  const t = useTranslate()
  const locale = useLocale()
  const sort = parseSort(asked.sort ?? null)
  const columns: { column: SortColumn; label: string }[] = [
    { column: 'name', label: t(`strategy:column.${by}`) },
    { column: 'certified', label: t('strategy:column.certified') },
    { column: 'staff', label: isRegistered ? t('strategy:column.registered') : t('strategy:column.staff') },
    { column: 'percent', label: t('strategy:column.percent') },
  ]
  const largest = Math.max(0, ...rows.map(({ percent }) => percent ?? 0))
  return (
    <section className="breakdown" id="breakdown">
      <h2 id="breakdown-title">{title}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="breakdown-title">
        <table className="data-table breakdown-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ column, label }) => (
                <SortHeader key={column} column={column} label={label} sort={sort} href={(next) => `${addressOf(path, asked, { sort: next })}#breakdown`} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortRows(rows, sort, locale).map((row) => (
              <tr key={row.key}>
                <th scope="row">{by === 'county' && row.key.startsWith('RO-') ? <a href={addressOf(path, asked, { county: row.key, by: 'level', sort: undefined })}>{row.name}</a> : row.name}</th>
                {row.suppressed ? <Hidden /> : <Figures row={row} largest={largest} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notes by={by} rows={rows} isRegistered={isRegistered} exact={exact} />
    </section>
  )
}

function Figures({ row, largest }: { row: BreakdownRow; largest: number }) {
  const t = useTranslate()
  const locale = useLocale()
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, locale))
  return (
    <>
      <td className="number">{number(row.certified)}</td>
      <td className="number">{number(row.staff)}</td>
      <td className="number percent-cell">
        {formatPercent(row.percent, locale)}
        {isAboveStaff(row) && <span className="check"> {t('strategy:table.check')}</span>}
        {row.percent !== null && <Bar share={largest > 0 ? row.percent / largest : 0} />}
      </td>
    </>
  )
}

const hiddenColumns: SortColumn[] = ['certified', 'staff', 'percent']

function Hidden() {
  const t = useTranslate()
  return hiddenColumns.map((column) => (
    <td key={column} className="number confidential">
      <abbr title={t('strategy:table.suppressedLong')}>{t('strategy:table.suppressed')}</abbr>
    </td>
  ))
}

/** As long as the row's share of the table's largest. */
function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 4" width="100" height="4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.round(share * 1000) / 10} height="4" />
    </svg>
  )
}

function SortHeader({ column, label, sort, href }: { column: SortColumn; label: string; sort: Sort | null; href: (sort: string) => string }) {
  const t = useTranslate()
  const isSorted = sort?.column === column
  // Names begin with the first letter, figures with the largest.
  const next = isSorted ? !sort.descending : column !== 'name'
  return (
    <th scope="col" className={column === 'name' ? undefined : 'number'} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <a href={href(`${next ? '-' : ''}${column}`)} aria-label={t('strategy:table.sort', { column: label })}>
        {label}
        {isSorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
      </a>
    </th>
  )
}

function Notes({ by, rows, isRegistered, exact }: Pick<Props, 'by' | 'rows' | 'isRegistered' | 'exact'>) {
  const t = useTranslate()
  return (
    <>
      {rows.some(({ suppressed }) => suppressed) && (
        <p className="quietly">
          <Linked text={t('strategy:table.note')} to={['/methodology#hidden']} />
        </p>
      )}
      {by === 'theme' && <p className="quietly">{t('strategy:table.themes')}</p>}
      {by === 'theme' && rows.every(({ suppressed }) => suppressed) && <p className="quietly">{t('strategy:table.countyThemes')}</p>}
      {isRegistered && !exact && <p className="quietly">{t('strategy:table.registeredParts')}</p>}
    </>
  )
}
