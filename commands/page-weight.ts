// What a page weighs when it is opened for the first time: the bytes that come over the wire for its HTML, its styles and its fonts.
import http from 'node:http'
import { gunzipSync } from 'node:zlib'

/** Of a page of a course: a second and a bit at 400 kbit/s. */
export const HEAVIEST_PAGE_BYTES = 60_000

export type PageWeight = { html: number; css: number; fonts: number; total: number }

/** What came over the wire, and what was in it. */
type Sent = { bytes: number; text: string }

/** Styles and fonts by address: many pages share them. */
export type Assets = Map<string, Promise<Sent>>

const headers = { 'accept-encoding': 'gzip' }

/** @param cookie what the browser has been given before, such as its language. @throws Error when something is not there */
export async function weighPage(url: string, cookie: string, assets: Assets = new Map()): Promise<PageWeight> {
  const getAsset = (href: string): Promise<Sent> => {
    const address = new URL(href, url).href
    const known = assets.get(address) ?? get(address, cookie)
    assets.set(address, known)
    return known
  }
  const page = await get(url, cookie)
  const linked = [...page.text.matchAll(/<link\b[^>]*>/g)].map(([tag]) => ({ rel: attribute(tag, 'rel'), as: attribute(tag, 'as'), href: attribute(tag, 'href') }))
  const sheets = await Promise.all(linked.flatMap(({ rel, href }) => (rel === 'stylesheet' && href ? getAsset(href) : [])))
  const preloaded = linked.flatMap(({ rel, as, href }) => (rel === 'preload' && as === 'font' && href ? href : []))
  const fonts = new Set([...preloaded, ...sheets.flatMap(({ text }) => fontsFor(page.text, text))])
  const weight = { html: page.bytes, css: sum(sheets), fonts: sum(await Promise.all([...fonts].map(getAsset))) }
  return { ...weight, total: weight.html + weight.css + weight.fonts }
}

/** The files of the faces of which the page has at least one sign: a browser fetches no others. */
export function fontsFor(page: string, css: string): string[] {
  const signs = [...new Set(page)].map((sign) => sign.codePointAt(0)!)
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const file = /url\(\s*["']?([^"')]+)/.exec(face)?.[1]
    const ranges = (/unicode-range:\s*([^;}]+)/.exec(face)?.[1] ?? 'U+0-10FFFF').split(',').map(readRange)
    return file && signs.some((sign) => ranges.some(([from, to]) => sign >= from && sign <= to)) ? file : []
  })
}

/** `U+41`, `U+41-5A` or `U+4??`. */
function readRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().slice(2).split('-')
  return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)]
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, { bytes }) => total + bytes, 0)
}

/** fetch would unpack what is sent and not say how long it was. */
function get(url: string, cookie: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { ...headers, cookie } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`))
        resolve({ bytes: body.length, text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString() })
      })
    })
    request.on('error', reject)
  })
}
