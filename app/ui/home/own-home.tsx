// The first page of who is signed in: where to go on, and what else there is.
import type { Localized } from '#app/core/kernel/locale.ts'
import { PostMissing } from '../account/post-missing.tsx'
import { coursePath, unitPath, type UnitKind } from '../course/paths.ts'
import { ProgressLine, type ProgressFigures } from '../course/progress-line.tsx'
import { Told } from '../course/told.tsx'
import { useTranslate } from '../reader.tsx'
import { CourseRegister, type RegisteredCourse } from './course-register.tsx'
import { PublicFigure, type ShownFigure } from './public-figure.tsx'

type BegunCourse = { slug: string; title: Localized; progress: ProgressFigures; next: { kind: UnitKind; slug: string; title: Localized } | null }
type OwnHomeProps = { name: string; begun: BegunCourse[]; lacksPost: boolean; courses: RegisteredCourse[]; figure: ShownFigure | null }

export function OwnHome({ name, begun, lacksPost, courses, figure }: OwnHomeProps) {
  const t = useTranslate()
  const others = courses.filter(({ slug }) => !begun.some((course) => course.slug === slug))
  return (
    <div className="page home">
      <h1>{t('shell:home.hello', { name })}</h1>
      {lacksPost && <PostMissing />}
      <div className="home-own">
        <section aria-labelledby="begun">
          <h2 id="begun">{t('shell:home.begun')}</h2>
          {begun.length === 0 && <p>{t('shell:home.nothingBegun')}</p>}
          {begun.map((course) => (
            <BegunEntry key={course.slug} course={course} />
          ))}
          <p>
            <a href="/certificates">{t('shell:home.certificates')}</a>
          </p>
        </section>
        {figure && <PublicFigure figure={figure} />}
      </div>
      {others.length > 0 && (
        <section className="panel" aria-labelledby="courses">
          <h2 id="courses">{t(begun.length > 0 ? 'shell:home.otherCourses' : 'shell:home.courses')}</h2>
          <CourseRegister courses={others} />
        </section>
      )}
    </div>
  )
}

function BegunEntry({ course: { slug, title, progress, next } }: { course: BegunCourse }) {
  const t = useTranslate()
  return (
    <article className="begun">
      <h3 className="title-serif">
        <a href={coursePath(slug)}>
          <Told text={title} />
        </a>
      </h3>
      <ProgressLine progress={progress} />
      {next && (
        <p className="actions">
          <a className="button" href={unitPath(slug, next)}>
            {t('learning:course.continue')}
          </a>
          <Told text={next.title} />
        </p>
      )}
    </article>
  )
}
