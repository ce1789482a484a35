// The last step: level and first day at the school that was chosen.
import type { Day } from '#app/core/kernel/calendar.ts'
import { levels } from '#app/core/kernel/dimensions.ts'
import { term } from '#app/language/translate.ts'
import { SelectField, TextField, type FieldState } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'
import { PostFacts, type SchoolFacts } from './post-facts.tsx'

/** `hasPost`: there is a post that this one ends. */
export function PostForm({ school, today, hasPost, state }: { school: SchoolFacts & { code: string; countyCode: string }; today: Day; hasPost: boolean; state?: FieldState }) {
  const t = useTranslate()
  return (
    <>
      <PostFacts school={school} />
      <p>
        <a href={`/profile/post?county=${school.countyCode}`}>{t('accounts:post.otherSchool')}</a>
      </p>
      <form method="post" action={`/profile/post?school=${school.code}`} noValidate>
        <input type="hidden" name="school" value={school.code} />
        <SelectField name="level" label={t('accounts:post.level')} choices={levels.map((level) => ({ value: level, label: term(t, `level.${level}`) }))} emptyLabel={t('accounts:post.chooseLevel')} state={state} />
        <TextField name="startsOn" label={t('accounts:post.startsOn')} hint={hasPost ? t('accounts:post.startsOnHint') : undefined} type="date" defaultValue={today} state={state} />
        <p className="actions">
          <button type="submit">{t('accounts:post.submit')}</button>
        </p>
      </form>
    </>
  )
}
