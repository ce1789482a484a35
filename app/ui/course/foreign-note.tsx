// Says that a text is shown in another language than the reader's, because it has no translation yet.
import type { Locale } from '#app/core/kernel/locale.ts'
import { useLocale, useTranslate } from '../reader.tsx'
import { languageNames } from '../shell.tsx'

export function ForeignNote({ shown }: { shown: Locale }) {
  const t = useTranslate()
  if (shown === useLocale()) return null
  return <p className="notice">{t('learning:course.foreign', { language: languageNames[shown] })}</p>
}
