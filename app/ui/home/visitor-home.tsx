// What Catedra is, in plain words, and the three ways in: to learn, to check a certificate, to see the figure.
import { SerialForm } from '../certificate/serial-form.tsx'
import { Rosette } from '../certificate/rosette.tsx'
import { useTranslate } from '../reader.tsx'
import { CourseRegister, type RegisteredCourse } from './course-register.tsx'
import { PublicFigure, type ShownFigure } from './public-figure.tsx'

/** SHA-256 of the site's name: this page's own seal. */
const SEAL = '0e5a9920b8a0ef9f4847856ee2d781da116d486cc92a7b24a88ecacf7547131c'

const promises = ['open', 'light', 'quiet', 'honest'] as const

export function VisitorHome({ courses, figure }: { courses: RegisteredCourse[]; figure: ShownFigure | null }) {
  const t = useTranslate()
  return (
    <div className="page home">
      <div className="home-top">
        <div>
          <h1 className="display">{t('shell:home.title')}</h1>
          <p className="lead">{t('shell:home.lead')}</p>
          <p className="actions">
            <a className="button" href="/signup">
              {t('shell:home.begin')}
            </a>
            <a href="/login">{t('shell:home.login')}</a>
          </p>
        </div>
        <Rosette hash={SEAL} />
      </div>

      <div className="ways">
        <section aria-labelledby="learn">
          <h2 id="learn">{t('shell:home.learn.title')}</h2>
          <p>{t('shell:home.learn.text')}</p>
          <ol className="steps">
            {(['step1', 'step2', 'step3'] as const).map((step) => (
              <li key={step}>{t(`shell:home.learn.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="check">
          <h2 id="check">{t('shell:home.verify.title')}</h2>
          <p>{t('shell:home.verify.text')}</p>
          <SerialForm action="/verify" submit={t('certification:verify.submit')} />
        </section>
        {figure && <PublicFigure figure={figure} />}
      </div>

      <section className="panel" aria-labelledby="courses">
        <h2 id="courses">{t('shell:home.courses')}</h2>
        <CourseRegister courses={courses} />
      </section>

      <section className="panel" aria-labelledby="promises">
        <h2 id="promises">{t('shell:home.promises.title')}</h2>
        <dl className="promises">
          {promises.map((promise) => (
            <div key={promise}>
              <dt>{t(`shell:home.promises.${promise}.title`)}</dt>
              <dd>{t(`shell:home.promises.${promise}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
