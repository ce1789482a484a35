// Sets documents as PDF/UA-1 from templates of our own. The same template and data give the same bytes on every machine:
// only the fonts that come with the release are used, and dates come from the data.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

const FONTS = [
  ['@expo-google-fonts/source-serif-4', '400Regular/SourceSerif4_400Regular.ttf'],
  ['@expo-google-fonts/source-serif-4', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  ['@expo-google-fonts/source-serif-4', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans', '700Bold/NotoSans_700Bold.ttf'],
] as const

/** Templates may read files below the workspace: there is none. */
const NO_WORKSPACE = '/nowhere'

/** Compiled parts that so many documents did not use are forgotten. */
const CACHE_AGE = 10

let opened: NodeCompiler | undefined

/** One for the process: it keeps the fonts. */
function compiler(): NodeCompiler {
  if (!opened) {
    const { resolve } = createRequire(import.meta.url)
    const fontBlobs = FONTS.map(([name, file]) => fs.readFileSync(path.join(path.dirname(resolve(`${name}/package.json`)), file)))
    opened = NodeCompiler.create({ workspace: NO_WORKSPACE, fontArgs: [{ fontBlobs }] })
  }
  return opened
}

/**
 * @param template Typst source
 * @param data reaches the template as JSON in `sys.inputs.data`: as data, never as markup
 */
export function renderPdf(template: string, data: unknown): Buffer<ArrayBuffer> {
  const compiled = compiler().compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  if (!compiled.result) {
    const faults = compiled.takeError()?.shortDiagnostics.map(({ message }: { message: string }) => message)
    throw new Error(`The template does not compile: ${faults?.join('; ')}`)
  }
  const pdf = exportPdf(compiled.result)
  compiler().evictCache(CACHE_AGE)
  return Buffer.from(pdf)
}

/** PDF/UA-1 refuses letters that no font has. A name written in such a script must not keep its holder from a document: then it is tagged PDF alone. */
function exportPdf(document: NodeTypstDocument): Buffer {
  try {
    return compiler().pdf(document, { pdfStandard: 'ua-1' })
  } catch {
    return compiler().pdf(document, { pdfStandard: '1.7' })
  }
}
