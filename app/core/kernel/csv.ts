// Comma-separated values by RFC 4180, for programs and for spreadsheets alike: in UTF-8 with its mark, and no cell is ever a formula.
export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'
/** What a spreadsheet begins a formula with, full-width forms included, also behind blanks. */
const formulaStart = /^[\s\0]*[=+\-@\t\r\0＝＋－＠]/

/** Texts are quoted, numbers are not; nothing is an empty cell. A text that a spreadsheet would calculate begins with an apostrophe. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return `"${(formulaStart.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}
