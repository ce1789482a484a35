// Takes the parts that each reader fills in out of a lesson while it is drawn, and leaves a mark in the place of each.
import type { Root } from 'mdast'
import { Children, createElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { LessonBlock, PlacedBlock } from '#app/core/catalogue/lesson-blocks.ts'

/** As they stand in the source. */
export function listBlocks(tree: Root): PlacedBlock[] {
  return tree.children.flatMap((node): PlacedBlock[] => {
    if (node.type !== 'mdxJsxFlowElement' || !node.position) return []
    const { line, column } = node.position.start
    const [list] = node.children
    if (node.name === 'Checklist') return [{ kind: 'checklist', items: list?.type === 'list' ? list.children.length : 0, line, column }]
    return node.name === 'Reflection' ? [{ kind: 'reflection', items: 0, line, column }] : []
  })
}

type Block = { title: string; children: ReactNode }

/** Components that are drawn once each, in the order of the lesson. `draw` gives the HTML of what they hold. */
export function blockCollector(draw: (content: ReactNode) => string) {
  const blocks: LessonBlock[] = []
  const mark = createElement('lesson-block')
  return {
    blocks,
    components: {
      Checklist({ title, children }: Block) {
        blocks.push({ kind: 'checklist', title, items: itemsOf(children).map(draw) })
        return mark
      },
      Reflection({ title, children }: Block) {
        blocks.push({ kind: 'reflection', title, prompt: draw(children) })
        return mark
      },
    },
  }
}

/** What each item of the one list holds, without the paragraph that it has where there is space between items. */
function itemsOf(children: ReactNode): ReactNode[] {
  const [list] = elementsOf(children)
  return elementsOf(list?.props.children).map((item) => {
    const [paragraph] = elementsOf(item.props.children)
    return paragraph?.type === 'p' ? paragraph.props.children : item.props.children
  })
}

type Element = ReactElement<{ children?: ReactNode }>

function elementsOf(content: ReactNode): Element[] {
  return Children.toArray(content).filter((child): child is Element => isValidElement(child))
}
