// Who touches what: the environment, the database's tables, the clock and chance in the core.
import ts from 'typescript'
import { expect, test } from 'vitest'
import { lineOf, sources, walk, type Source } from './sources.ts'

/** One line for each node of these files in which `look` sees something. */
function faults(files: RegExp, except: RegExp, look: (node: ts.Node) => string | null): string[] {
  const found: string[] = []
  for (const { file, tree } of sources.filter((source: Source) => files.test(source.file) && !except.test(source.file))) {
    walk(tree, (node) => {
      const seen = look(node)
      if (seen) found.push(`${file}:${lineOf(tree, node)} ${seen}`)
    })
  }
  return found
}

/** `a.b` as text, when that is all it is. */
function dotted(node: ts.Node): string | null {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) ? `${node.expression.text}.${node.name.text}` : null
}

test('the environment is read in platform/env alone', () => {
  // bootstrap.mjs runs before there are packages, which platform/env needs; tests and their runner are not the site.
  const allowed = /^(app\/platform\/env\.server\.ts|commands\/bootstrap\.mjs|commands\/test\.ts)$/
  expect(faults(/^(app|workers|commands|prisma)\//, allowed, (node) => (dotted(node) === 'process.env' ? 'reads process.env: add the variable to app/platform/env.server.ts and take it from environment()' : null))).toEqual([])
})

test('tables are read and written in stores alone', () => {
  const look = (node: ts.Node): string | null => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
    const { name: model, expression: owner } = node.expression
    const ownerName = ts.isIdentifier(owner) ? owner.text : ts.isPropertyAccessExpression(owner) ? owner.name.text : ''
    if (!['db', 'tx'].includes(ownerName) || model.text.startsWith('$')) return null
    return `works on the table ${model.text}: move it to a store`
  }
  expect(faults(/^(app|workers|commands|prisma\/seed)\//, /-store\.server\.ts$|^app\/platform\//, look)).toEqual([])
})

test('SQL is written in stores and in platform alone', () => {
  const look = (node: ts.Node): string | null => (ts.isPropertyAccessExpression(node) && /^\$(query|execute)Raw/.test(node.name.text) ? `runs SQL by ${node.name.text}: move it to a store` : null)
  expect(faults(/^(app|workers|commands|prisma\/seed)\//, /-store\.server\.ts$|^app\/platform\//, look)).toEqual([])
})

test('the core knows neither what time it is nor chance nor the console', () => {
  const look = (node: ts.Node): string | null => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'asks for the time: take it as an argument'
    const name = dotted(node)
    if (name === 'Date.now' || name === 'performance.now') return 'asks for the time: take it as an argument'
    if (name === 'Math.random' || name?.startsWith('crypto.')) return 'asks for chance: take it as an argument'
    return name?.startsWith('console.') ? 'says something: give it back instead' : null
  }
  expect(faults(/^app\/core\//, /^$/, look)).toEqual([])
})
