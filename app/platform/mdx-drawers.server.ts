// Components that draw what stands in another file than the lesson, made anew for each lesson: its figures and its terms.
import { createElement, type ReactNode } from 'react'
import { Figure } from '#app/ui/lesson/figure.tsx'
import { LessonWords, Term, type Word } from '#app/ui/lesson/term.tsx'
import { writeDrawing } from './drawing.server.ts'

/** By the name of the file. */
export type Figures = ReadonlyMap<string, { source: string; licence: string; authors: readonly string[] }>

type FigureProps = { file: string; alt: string; children: ReactNode }

/** Figures are numbered so that what is in one is never taken for what is in another. */
export function figureDrawer(figures: Figures) {
  let drawn = 0
  return ({ file, alt, children }: FigureProps) => {
    const figure = figures.get(file)
    if (!figure) throw new Error(`no drawing ${file}`)
    const { source, licence, authors } = figure
    return createElement(Figure, { html: writeDrawing(source, { alt, prefix: `drawing${++drawn}` }), licence, authors, children })
  }
}

/** @param definitions of terms, by their full name. `Words` lists those that were drawn before it. */
export function termDrawer(definitions: ReadonlyMap<string, string>) {
  const words = new Map<string, Word>()
  return {
    Term({ name, children }: { name: string; children: ReactNode }) {
      const definition = definitions.get(name)
      if (definition === undefined) throw new Error(`no term ${name}`)
      const isFirst = !words.has(name)
      const place = words.get(name)?.place ?? words.size + 1
      if (isFirst) words.set(name, { name, shown: children, definition, place })
      return createElement(Term, { name, place, isFirst, children })
    },
    Words: () => (words.size > 0 ? createElement(LessonWords, { words: [...words.values()] }) : null),
  }
}
