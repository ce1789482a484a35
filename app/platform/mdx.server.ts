// From a lesson's source to the HTML that is stored and read. Source that is not on the allow-list is never compiled, let alone run.
import type { Root } from 'mdast'
import { bundleMDX } from 'mdx-bundler'
import { getMDXComponent } from 'mdx-bundler/client'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import type { FileFault } from '#app/core/catalogue/fault.ts'
import type { LessonBlock } from '#app/core/catalogue/lesson-blocks.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
// The one place where the platform draws: lessons are drawn when they are published, long before there is a page.
import { components } from '#app/ui/lesson/palette.tsx'
import { Reader } from '#app/ui/reader.tsx'
import { blockCollector } from './mdx-blocks.server.ts'
import { figureDrawer, termDrawer, type Figures } from './mdx-drawers.server.ts'
import { checkForm } from './mdx-form.server.ts'
import { refuseUnsafe } from './mdx-guard.server.ts'
import { ANCHOR_PREFIX, shapeElements } from './mdx-html.server.ts'
import { parseLesson } from './mdx-parse.server.ts'
import { emptySurvey, surveyLesson, type Survey } from './mdx-survey.server.ts'

/** Everything that is wrong with a lesson by itself, by line and column, and what it is made of. */
export function inspectLesson(source: string): Survey & { faults: FileFault[] } {
  const parsed = parseLesson(source)
  if ('fault' in parsed) return { faults: [parsed.fault], ...emptySurvey }
  return { faults: [...refuseUnsafe(parsed.tree), ...checkForm(parsed.tree)], ...surveyLesson(parsed.tree) }
}

/** What a lesson shows that stands in another file. `definitions` of its terms are by their full name. */
export type Beside = { figures: Figures; definitions: ReadonlyMap<string, string> }

export type DrawnLesson = { html: string; blocks: LessonBlock[] }

/**
 * The HTML of a lesson without faults, the same each time, and the blocks whose places are marked in it.
 * @param source Markdown and components; lines of its head blank.
 * @throws Error when the source is not on the allow-list
 */
export async function renderLesson(source: string, locale: Locale, { figures, definitions }: Beside = { figures: new Map(), definitions: new Map() }): Promise<DrawnLesson> {
  const parsed = parseLesson(source)
  if ('fault' in parsed) throw new Error(`not a lesson: ${parsed.fault.message}`)
  requireSafe()(parsed.tree)
  const { code } = await bundleMDX({
    source,
    grayMatterOptions: (options) => ({ ...options, engines: deniedEngines }),
    mdxOptions: () => ({
      remarkPlugins: [remarkGfm, requireSafe],
      rehypePlugins: [[rehypeSlug, { prefix: ANCHOR_PREFIX }], [shapeElements, { locale }]],
      jsxImportSource: 'react',
    }),
    esbuildOptions: (options) => ({ ...options, logLevel: 'silent', plugins: [nothingElse, ...(options.plugins ?? [])] }),
  })
  const Lesson = getMDXComponent(code)
  let drawings = 0
  // What is outside <Reader> has no locale; prefixes keep ids apart from each other's and from those of the page around the lesson.
  const draw = (content: ReactNode) => renderToStaticMarkup(createElement(Reader, { locale, children: content }), { identifierPrefix: `lesson${drawings++}` })
  const { blocks, components: own } = blockCollector(draw)
  const { Term, Words } = termDrawer(definitions)
  const lesson = createElement(Lesson, { components: { ...components, ...own, Figure: figureDrawer(figures), Term } })
  return { html: draw(createElement(Fragment, null, lesson, createElement(Words))), blocks }
}

/** A remark plugin: the tree that is compiled is the tree that was checked. */
function requireSafe() {
  return (tree: Root): void => {
    const [fault] = refuseUnsafe(tree)
    if (fault) throw new Error(`not a lesson: ${fault.line}:${fault.column} ${fault.message}`)
  }
}

function deny(): never {
  throw new Error('frontmatter is not read here')
}

/** gray-matter would run `---js` (GHSA-mj46-r4gr-5x83 in another host). The head was taken away before; here nothing reads one. */
const deniedEngines = Object.fromEntries(['yaml', 'json', 'javascript', 'js', 'coffee', 'coffeescript', 'toml'].map((name) => [name, { parse: deny, stringify: deny }]))

type BuildPlugin = NonNullable<import('esbuild').BuildOptions['plugins']>[number]

/** A lesson imports nothing but the runtime of its components: no file of this machine, no address. */
const nothingElse: BuildPlugin = {
  name: 'nothing-else',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) => (kind === 'entry-point' || path === 'react/jsx-runtime' ? undefined : { errors: [{ text: `A lesson imports nothing: ${path}` }] }))
  },
}
