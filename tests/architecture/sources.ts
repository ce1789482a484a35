// The project's own source files, read once, with what each imports as the compiler sees it.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import ts from 'typescript'

/** `target` is a path in the project, a module of Node's as node:x, or a package with what is taken from within it. */
export type Import = { target: string; kind: 'own' | 'node' | 'package'; line: number }
export type Source = { file: string; text: string; tree: ts.SourceFile; imports: Import[] }

/** Files under git and those that will be, without what is ignored. */
export const projectFiles = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && fs.existsSync(file))

export const sources: Source[] = projectFiles.filter((file) => /\.(tsx?|mjs|js)$/.test(file)).map(read)

function read(file: string): Source {
  const text = fs.readFileSync(file, 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const imports: Import[] = []
  walk(tree, (node) => {
    const name = importedBy(node)
    if (name) imports.push({ ...resolve(file, name), line: lineOf(tree, node) })
  })
  return { file, text, tree, imports }
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

function importedBy(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier.text
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) return node.argument.literal.text
  const called = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require') ? node.arguments[0] : undefined
  return called && ts.isStringLiteral(called) ? called.text : null
}

function resolve(from: string, name: string): Pick<Import, 'target' | 'kind'> {
  if (name.startsWith('#')) return { target: name.slice(1), kind: 'own' }
  if (name.startsWith('.')) return { target: path.posix.join(path.posix.dirname(from), name), kind: 'own' }
  if (name.startsWith('node:') || builtinModules.includes(name)) return { target: name, kind: 'node' }
  return { target: name, kind: 'package' }
}
