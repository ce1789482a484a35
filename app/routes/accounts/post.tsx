// Where one works: the county, the school, the post. Each step is a page of its own address; residence comes from the school.
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf, parseDay, type Day } from '#app/core/kernel/calendar.ts'
import { levels } from '#app/core/kernel/dimensions.ts'
import { findMainPost } from '#app/features/registry/find-main-post.server.ts'
import { findSchool } from '#app/features/registry/find-school.server.ts'
import { listCounties } from '#app/features/registry/list-counties.server.ts'
import { listSchools } from '#app/features/registry/list-schools.server.ts'
import { setMainPost, type MainPostRefusal } from '#app/features/registry/set-main-post.server.ts'
import { translator } from '#app/language/translate.ts'
import { badRequest, parseFields, readForm, refusedState, refuseForm } from '#app/platform/http/form.server.ts'
import { readLocale } from '#app/platform/http/locale.server.ts'
import { requireActor, requireCan } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'
import { PostForm } from '#app/ui/account/post-form.tsx'
import { CountyForm, SchoolList } from '#app/ui/account/school-search.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { useTranslate } from '#app/ui/reader.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const MOST_SCHOOLS = 50
const LONGEST_SEARCH = 100
const schoolCode = /^\d{10}$/

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const asked = new URL(request.url).searchParams
  const code = asked.get('school') ?? ''
  const text = (asked.get('q') ?? '').slice(0, LONGEST_SEARCH).trim()
  const [counties, school, today, post] = await Promise.all([
    listCounties(world()),
    schoolCode.test(code) ? findSchool(world(), code) : null,
    world().clock().then(dayOf),
    findMainPost(world(), actor.personId),
  ])
  const county = counties.find((candidate) => candidate.code === (school?.countyCode ?? asked.get('county')))
  const schools = county && !school ? await listSchools(world(), { countyCode: county.code, text, limit: MOST_SCHOOLS + 1 }) : []
  const t = translator(readLocale(request))
  return json({
    title: `${t('accounts:post.title')} · ${t('shell:brand')}`,
    counties: counties.map(({ code, name }) => ({ code, name })),
    search: county && !school ? { county: { code: county.code, name: county.name }, text, schools: schools.slice(0, MOST_SCHOOLS), hasMore: schools.length > MOST_SCHOOLS } : null,
    school: school && county ? { ...school, county: county.name } : null,
    today,
    hasPost: post !== null,
  })
}

/** Before it nobody was born who teaches today. */
const FIRST_DAY = '1950-01-01' as Day

const postFields = z.object({
  school: z.string('accounts:error.school').regex(schoolCode, 'accounts:error.school'),
  level: z.enum(levels, 'accounts:error.level'),
  startsOn: z.string('shell:form.required').transform((typed, context): Day => {
    const day = parseDay(typed.trim())
    if (day && day >= FIRST_DAY) return day
    context.addIssue({ code: 'custom', message: 'accounts:error.day' })
    return z.NEVER
  }),
})

const refusals: Record<MainPostRefusal, Record<string, string>> = {
  'unknown-person': { form: 'shell:form.invalid' },
  'unknown-school': { school: 'accounts:error.school' },
  'starts-in-future': { startsOn: 'accounts:error.startsInFuture' },
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireCan(request, 'profile.edit', await requireActor(request, `/profile/post${new URL(request.url).search}`))
  const fields = await readForm(request)
  if (!fields) throw badRequest()
  const parsed = parseFields(fields, postFields)
  if (!parsed.ok) return refuseForm(parsed.state)
  const { school, level, startsOn } = parsed.value
  const saved = await setMainPost(world(), actor.personId, { schoolCode: school, level, startsOn })
  if (saved.ok) return redirect('/profile?saved=post')
  return refuseForm(refusedState(fields, 'lastEnd' in saved ? { startsOn: `accounts:error.startsBeforeLastEnd#${saved.lastEnd}` } : refusals[saved.refusal]))
}

export default function PostPage() {
  const t = useTranslate()
  const { counties, search, school, today, hasPost } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>{t('accounts:post.title')}</h1>
      <p className="lead">{t('accounts:post.lead')}</p>
      <ErrorSummary state={state} labels={{ level: t('accounts:post.level'), startsOn: t('accounts:post.startsOn') }} />
      {school ? (
        <PostForm school={school} today={today} hasPost={hasPost} state={state} />
      ) : (
        <>
          <CountyForm counties={counties} chosen={search?.county.code ?? ''} />
          {search && <SchoolList {...search} />}
        </>
      )}
      <p>
        <a href="/profile">{t('accounts:post.back')}</a>
      </p>
    </div>
  )
}
