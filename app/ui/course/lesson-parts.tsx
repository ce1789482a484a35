// The text of a lesson: HTML drawn when it was published, the same for all, and between it what is this reader's own.
import type { LessonPart } from '#app/core/catalogue/lesson-blocks.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { Reader } from '../reader.tsx'
import { KeptBlock, PlainBlock, type KeptEntry } from './kept-block.tsx'

type Part = LessonPart & { kept?: KeptEntry | null }
/** What was posted for a block, and what is wrong with it. */
export type RefusedEntry = { block: string; ticked: number[]; note: string; error: string }

/** `address`: of the lesson. `locale`: the language that it is in, and all that stands in it. */
export function LessonParts({ address, locale, parts, refused }: { address: string; locale: Locale; parts: readonly Part[]; refused?: RefusedEntry }) {
  return (
    <Reader locale={locale}>
      {parts.map((part, at) => {
        if (part.kind === 'html') return <div key={at} className="lesson-part" dangerouslySetInnerHTML={{ __html: part.html }} />
        if (!part.kept) return <PlainBlock key={at} block={part} />
        return <KeptBlock key={at} address={address} block={part} kept={part.kept} refused={refused?.block === part.name ? refused : undefined} />
      })}
    </Reader>
  )
}
