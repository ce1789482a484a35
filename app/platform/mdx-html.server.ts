// What Markdown's own elements become in a lesson: tables that can be scrolled and read by column, anchors apart from the page's own.
import type { Element, ElementContent, Root } from 'hast'
import type { Locale } from '#app/core/kernel/locale.ts'
import { SKIP, visit } from 'unist-util-visit'

/** Before every id that comes from a heading: a heading called "Content" must not answer for a part of the page. */
export const ANCHOR_PREFIX = 'sec-'

const tableLabels: Record<Locale, string> = { ro: 'Tabelul', en: 'Table', sv: 'Tabell' }

/** A rehype plugin. Runs after the headings have their ids. */
export function shapeElements({ locale }: { locale: Locale }) {
  return (tree: Root): void => {
    let heading = ''
    let tables = 0
    visit(tree, 'element', (node, index, parent) => {
      if (/^h[2-6]$/.test(node.tagName)) heading = textOf(node)
      if (node.tagName === 'a') leadWithin(node)
      if (node.tagName === 'img') Object.assign(node.properties, { loading: 'lazy', decoding: 'async' })
      if (node.tagName === 'pre') node.properties['tabIndex'] = 0
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined
      shapeTable(node)
      tables += 1
      const ariaLabel = [`${tableLabels[locale]} ${tables}`, heading].filter((part) => part !== '').join(': ')
      parent.children[index] = { type: 'element', tagName: 'div', properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel }, children: [node] }
      return SKIP
    })
  }
}

function leadWithin(link: Element): void {
  const { href } = link.properties
  if (typeof href === 'string' && href.startsWith('#')) link.properties['href'] = `#${ANCHOR_PREFIX}${href.slice(1)}`
}

/** Where the corner of the table is empty, its first column names the rows. Alignment becomes data: a style attribute would be refused. */
function shapeTable(table: Element): void {
  const rows = elementsOf(table).flatMap(elementsOf)
  const corner = elementsOf(rows[0])[0]
  const namesRows = corner !== undefined && textOf(corner).trim() === ''
  rows.forEach((row, rowIndex) =>
    elementsOf(row).forEach((cell, columnIndex) => {
      const { align } = cell.properties
      if (typeof align === 'string') cell.properties['dataAlign'] = align
      delete cell.properties['align']
      if (rowIndex > 0 && columnIndex === 0 && namesRows) cell.tagName = 'th'
      if (cell.tagName !== 'th') return
      if (textOf(cell).trim() === '') cell.tagName = 'td'
      else cell.properties['scope'] = rowIndex === 0 ? 'col' : 'row'
    }),
  )
}

function elementsOf(parent: Element | undefined): Element[] {
  return parent?.children.filter((child): child is Element => child.type === 'element') ?? []
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : ''
}
