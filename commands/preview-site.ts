// The site of a preview: its own pages under /preview, and in front of the site under /as/<language>/<view>, so that a page of it
// can be framed, in any language and as it is printed. All else is the site itself.
import { Hono, type Context } from 'hono'
import { proxy } from 'hono/proxy'
import { isLocale, sourceLocale, type Locale } from '#app/core/kernel/locale.ts'
import { lessonPage, overview } from './preview-pages.ts'
import type { Preview } from './preview-state.ts'

/** @param current what is known now. @param site the address of the site without a slash at its end. */
export function createPreview(current: () => Preview, site: string): Hono {
  const preview = new Hono()
  preview.get('/preview', (context) => context.html(overview(current())))
  preview.get('/preview/revision', (context) => context.text(String(current().revision)))
  preview.get('/preview/print.css', async (context) => {
    const sheet = await fetch(`${site}${new URL(context.req.query('of') ?? '/', site).pathname}`)
    // What holds on paper holds here; its margins are the page's.
    return context.body((await sheet.text()).replaceAll('@media print', '@media all').replaceAll('@page', 'body'), 200, { 'content-type': 'text/css' })
  })
  preview.get('/preview/:lesson', (context) => {
    const lesson = current().lessons.find(({ slug }) => slug === context.req.param('lesson'))
    const asked = context.req.query('lang')
    const locale = isLocale(asked) && lesson?.files[asked] !== undefined ? asked : sourceLocale
    // A lesson that has another address now.
    return lesson?.files[locale] === undefined ? context.redirect('/preview') : context.html(lessonPage(current(), lesson, locale))
  })
  preview.get('/as/:locale/:view/*', async (context) => {
    const { locale, view } = context.req.param()
    if (!isLocale(locale) || (view !== 'screen' && view !== 'print')) return context.notFound()
    const page = await pass(context, `${site}${context.req.path.split('/').slice(4).reduce((path, part) => `${path}/${part}`, '')}`, locale)
    page.headers.set('content-security-policy', (page.headers.get('content-security-policy') ?? '').replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
    if (view === 'screen') return page
    const printed = (await page.text()).replaceAll(/(<link rel="stylesheet" href=")([^"]+)"/g, (_, tag: string, href: string) => `${tag}/preview/print.css?of=${encodeURIComponent(href)}"`)
    return new Response(printed, page)
  })
  preview.all('*', (context) => pass(context, `${site}${context.req.path}${new URL(context.req.url).search}`))
  return preview
}

/** @param locale in which the page is asked for, whatever the browser says */
async function pass({ req }: Context, address: string, locale?: Locale): Promise<Response> {
  const answer = await proxy(address, { raw: req.raw, headers: { ...req.header(), ...(locale && { cookie: `lang=${locale}` }) }, redirect: 'manual' })
  return new Response(answer.body, answer)
}
