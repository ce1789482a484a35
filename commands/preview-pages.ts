// The pages of a preview: the lessons of the course with what they weigh and what is wrong, and each lesson as readers meet it.
import { html, raw } from 'hono/html'
import { formatFault, type Fault } from '#app/core/catalogue/fault.ts'
import { locales, type Locale } from '#app/core/kernel/locale.ts'
import { HEAVIEST_PAGE_BYTES, type PageWeight } from './page-weight.ts'
import type { Preview, PreviewLesson } from './preview-state.ts'

type Html = ReturnType<typeof html>

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
const lessonPath = (slug: string, locale: Locale) => `/preview/${slug}?lang=${locale}`
const writtenIn = ({ files }: PreviewLesson) => locales.filter((locale) => files[locale] !== undefined)

/** Under which the site shows a page in a language, and as it is printed. */
export const viewPath = (view: 'screen' | 'print', locale: Locale, path: string) => `/as/${locale}/${view}${path}`

export function overview(preview: Preview): Html {
  const { slug, title, lessons, faults, warnings } = preview
  const all = [...faults, ...lessons.flatMap((lesson) => lesson.faults)].length
  return page(preview, title ?? slug, html`
    <h1>${title ?? slug}</h1>
    <p>${all === 0 ? 'No faults: the course can be published.' : `${all} ${all === 1 ? 'fault keeps' : 'faults keep'} the course from being published.`} Nothing you see here is published.</p>
    ${faultList('Faults of the course', faults)} ${faultList('Warnings of the course', warnings)}
    ${lessons.length === 0
      ? html`<p>There is no lesson to show until course.yaml can be read.</p>`
      : html`<div class="wide" role="region" tabindex="0" aria-label="Lessons"><table>
          <caption>Lessons</caption>
          <thead><tr><th scope="col">Lesson</th><th scope="col">Minutes</th><th scope="col">Measured</th><th scope="col">Weight</th><th scope="col">Faults</th><th scope="col">Warnings</th></tr></thead>
          <tbody>${lessons.map(lessonRow)}</tbody>
        </table></div>`}
    <p><a href="/courses/${slug}">The course's page</a></p>`)
}

function lessonRow(lesson: PreviewLesson): Html {
  return html`<tr>
    <th scope="row">${lesson.title}<br />${writtenIn(lesson).map((locale) => html`<a href="${lessonPath(lesson.slug, locale)}" aria-label="${lesson.title} (${locale})">${locale}</a> `)}</th>
    <td>${lesson.minutes}</td>
    <td>${lesson.measuredMinutes ?? '–'}</td>
    <td>${writtenIn(lesson).map((locale) => html`${locale} ${kilobytes(lesson.weights[locale]!.total)}<br />`)}</td>
    <td>${lesson.faults.length}</td>
    <td>${lesson.warnings.length}</td>
  </tr>`
}

export function lessonPage(preview: Preview, lesson: PreviewLesson, locale: Locale): Html {
  const path = `/courses/${preview.slug}/lessons/${lesson.slug}`
  const ofFile = (fault: Fault) => fault.file === lesson.files[locale]
  return page(preview, `${lesson.title} (${locale})`, html`
    <p><a href="/preview">All lessons</a> ${writtenIn(lesson).map((other) => (other === locale ? html`<strong>${other}</strong> ` : html`<a href="${lessonPath(lesson.slug, other)}">${other}</a> `))}</p>
    <h1>${lesson.title}</h1>
    <p><code>${lesson.files[locale]}</code></p>
    ${faultList('Faults', lesson.faults.filter(ofFile))} ${faultList('Warnings', lesson.warnings.filter(ofFile))}
    ${weightOf(lesson.weights[locale]!)}
    <div class="views">
      ${view('On a phone, 360 pixels wide', 360, viewPath('screen', locale, path))}
      ${view('On a phone without JavaScript', 360, viewPath('screen', locale, path), 'allow-same-origin allow-forms')}
      ${view('On paper', 720, viewPath('print', locale, path))}
      ${view('On a wide screen', 1280, viewPath('screen', locale, path))}
    </div>`)
}

function view(name: string, width: number, path: string, sandbox?: string): Html {
  const frame = sandbox === undefined ? html`<iframe title="${name}" src="${path}" width="${width}" height="740"></iframe>` : html`<iframe title="${name}" src="${path}" width="${width}" height="740" sandbox="${sandbox}"></iframe>`
  return html`<section><h2>${name}</h2><p><a href="${path}" target="_blank">Open it alone</a></p><div class="wide" role="region" tabindex="0" aria-label="${name}">${frame}</div></section>`
}

function weightOf({ html: page, css, fonts, total }: PageWeight): Html {
  return html`<p><label>Weight when first opened: <meter min="0" max="${HEAVIEST_PAGE_BYTES}" high="${HEAVIEST_PAGE_BYTES * 0.95}" value="${total}"></meter></label> ${kilobytes(total)} of at most ${kilobytes(HEAVIEST_PAGE_BYTES)}: text ${kilobytes(page)}, styles ${kilobytes(css)}, fonts ${kilobytes(fonts)}, as they are sent.</p>`
}

function faultList(name: string, faults: readonly Fault[]): Html | '' {
  return faults.length === 0 ? '' : html`<h2>${name}</h2><ul class="faults">${faults.map((fault) => html`<li>${formatFault(fault)}</li>`)}</ul>`
}

/** Asks once a second whether a file has changed, and is then loaded anew. */
const reload = (revision: number) => `setInterval(async () => { const answer = await fetch('/preview/revision').catch(() => null); if (answer && (await answer.text()) !== '${revision}') location.reload() }, 1000)`

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
html { background: Canvas; color: CanvasText }
body { margin: 0 auto; padding: 1rem; max-width: 96rem }
h1 { line-height: 1.2; margin: 0.5rem 0 }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0.25rem }
p { margin: 0.5rem 0; max-width: 70ch }
a { color: light-dark(#0b4db3, #9cc2ff); display: inline-block; padding: 0.15rem 0 }
.wide { overflow-x: auto }
.faults { overflow-wrap: anywhere; padding-left: 1.2rem; max-width: 100ch }
table { border-collapse: collapse; margin: 1rem 0 }
caption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid GrayText; font-variant-numeric: tabular-nums }
td { white-space: nowrap }
th[scope=row] { font-weight: normal }
.views { display: flex; flex-wrap: wrap; gap: 1rem }
.views section { max-width: 100% }
iframe { border: 1px solid GrayText; display: block }
code { overflow-wrap: anywhere }
`

function page({ revision }: Preview, title: string, content: Html): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title} · preview</title><link rel="icon" href="/icon.svg" /><style>${raw(style)}</style><script type="module">${raw(reload(revision))}</script></head><body><main>${content}</main></body></html>`
}
