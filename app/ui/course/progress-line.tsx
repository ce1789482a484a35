// How much of a course is done, exactly: as words, and as a line for the eye.
import { useTranslate } from '../reader.tsx'

export type ProgressFigures = { done: number; total: number; percent: number }

export function ProgressLine({ progress }: { progress: ProgressFigures }) {
  const t = useTranslate()
  return (
    <div className="progress-line">
      <p>{t('learning:course.progress', progress)}</p>
      <progress value={progress.done} max={progress.total} aria-hidden="true" />
    </div>
  )
}
