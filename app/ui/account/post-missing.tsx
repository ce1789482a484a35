// Told to teachers who have not said where they teach: without a post nobody is counted.
import { useTranslate } from '../reader.tsx'

export function PostMissing() {
  const t = useTranslate()
  return (
    <div className="notice" data-tone="due">
      <p>
        {t('accounts:profile.postMissing')} <a href="/profile/post">{t('accounts:profile.postEnter')}</a>
      </p>
    </div>
  )
}
