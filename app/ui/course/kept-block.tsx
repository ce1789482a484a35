// A checklist or a reflection: for who is enrolled a form that keeps what they enter, for everybody else to read and to print.
import type { NamedBlock } from '#app/core/catalogue/lesson-blocks.ts'
import { LONGEST_NOTE, type LessonEntry } from '#app/core/progress/lesson-entry.ts'
import { formatInstant } from '#app/language/format.ts'
import { useErrorText } from '../form.tsx'
import { Labelled } from '../lesson/labelled.tsx'
import { useLabels } from '../lesson/labels.ts'
import { useLocale, useTranslate } from '../reader.tsx'

export type KeptEntry = { entry: LessonEntry | null; savedAt: string | Date | null }
type Refused = { ticked: number[]; note: string; error: string }

export function PlainBlock({ block }: { block: NamedBlock }) {
  const t = useTranslate()
  const labels = useLabels()
  return (
    <Labelled as="section" anchor={block.name} className={`lesson-${block.kind}`} label={labels[block.kind]} title={block.title}>
      {block.kind === 'checklist' ? (
        <ul>
          {block.items.map((item, at) => (
            <li key={at} dangerouslySetInnerHTML={{ __html: item }} />
          ))}
        </ul>
      ) : (
        <>
          <div dangerouslySetInnerHTML={{ __html: block.prompt }} />
          <div className="lesson-note" />
        </>
      )}
      <p className="lesson-hint">{t(`learning:kept.hint.${block.kind}`)}</p>
    </Labelled>
  )
}

/** The script of the page keeps it a moment after each change (public/catedra/kept-form.js); without one the button does. */
export function KeptBlock({ address, block, kept, refused }: { address: string; block: NamedBlock; kept: KeptEntry; refused?: Refused }) {
  const t = useTranslate()
  const labels = useLabels()
  const locale = useLocale()
  const error = useErrorText()(refused?.error)
  const errorId = error && `${block.name}-error`
  const { ticked, note } = refused ?? { ticked: [], note: '', ...kept.entry }
  return (
    <Labelled as="group" anchor={block.name} className={`lesson-${block.kind}`} label={labels[block.kind]} title={block.title}>
      {block.kind === 'reflection' && <div id={`${block.name}-prompt`} dangerouslySetInnerHTML={{ __html: block.prompt }} />}
      <form method="post" action={`${address}#${block.name}`} data-draft={`${address}/entry`} data-wrong={error ? '' : undefined}>
        <input type="hidden" name="block" value={block.name} />
        {error && (
          <p className="field-error" id={errorId} role="alert">
            {error}
          </p>
        )}
        {block.kind === 'checklist' ? <Boxes items={block.items} ticked={ticked} /> : <Note name={block.name} note={note} errorId={errorId} />}
        <p className="lesson-saving">
          <button className="secondary" type="submit">
            {t('learning:kept.save')}
          </button>
          <span className="draft-status quietly" role="status" data-saving={t('learning:kept.saving')} data-saved={t('learning:kept.savedNow')} data-failed={t('learning:kept.failed')}>
            {kept.savedAt && !refused && t('learning:kept.savedAt', { instant: formatInstant(new Date(kept.savedAt), locale) })}
          </span>
        </p>
      </form>
    </Labelled>
  )
}

function Boxes({ items, ticked }: { items: string[]; ticked: number[] }) {
  return (
    <ul>
      {items.map((item, at) => (
        <li key={at}>
          {/* eslint-disable-next-line jsx-a11y/label-has-associated-control -- its words are HTML, which the rule does not see */}
          <label className="choice">
            <input type="checkbox" name="item" value={at + 1} defaultChecked={ticked.includes(at + 1)} />
            <span dangerouslySetInnerHTML={{ __html: item }} />
          </label>
        </li>
      ))}
    </ul>
  )
}

/** On paper the text stands in full, where a field would show a window on it. */
function Note({ name, note, errorId }: { name: string; note: string; errorId?: string }) {
  const t = useTranslate()
  const [id, hint] = [`${name}-note`, `${name}-hint`]
  return (
    <>
      <label htmlFor={id}>{t('learning:kept.note')}</label>
      <p className="field-hint" id={hint}>
        {t('learning:kept.private')}
      </p>
      <textarea id={id} name="note" rows={5} maxLength={LONGEST_NOTE} defaultValue={note} aria-invalid={errorId ? true : undefined} aria-describedby={[`${name}-prompt`, hint, errorId].filter(Boolean).join(' ')} />
      <div className="lesson-note" data-copy={id}>
        {note}
      </div>
    </>
  )
}
