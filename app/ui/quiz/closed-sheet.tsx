// Where a sheet would be when there is none: why, and what to do.
import type { ReactNode } from 'react'
import type { QuizKind } from '#app/core/assessment/question.ts'
import { RANGE_DAYS } from '#app/core/assessment/range.ts'
import { formatInstant } from '#app/language/format.ts'
import { EnrolForm } from '../course/own-course.tsx'
import { attemptPath } from '../course/paths.ts'
import { useLocale, useTranslate } from '../reader.tsx'

type Closed = { state: 'paused'; until: string } | { state: 'passed' | 'withdrawn' | 'not-enrolled' }
type ClosedSheetFacts = { course: string; quiz: { kind: QuizKind; slug: string }; address: string; sheet: Closed; lastAttempt: number | null; isSignedIn: boolean }

export function ClosedSheet({ course, quiz, address, sheet, lastAttempt, isSignedIn }: ClosedSheetFacts) {
  const t = useTranslate()
  const locale = useLocale()
  const last = lastAttempt === null ? null : attemptPath(course, quiz.slug, lastAttempt)
  switch (sheet.state) {
    case 'paused':
      if (quiz.kind === 'range') {
        return (
          <State tone="info" title={t('learning:range.pausedTitle', { instant: formatInstant(new Date(sheet.until), locale) })} text={t('learning:range.pausedText', { days: RANGE_DAYS })}>
            {last && (
              <a className="button" href={last}>
                {t('learning:quiz.seeResult')}
              </a>
            )}
          </State>
        )
      }
      return (
        <State tone="info" title={t('learning:quiz.pausedTitle', { instant: formatInstant(new Date(sheet.until), locale) })} text={t('learning:quiz.pausedText')}>
          <a className="button secondary" href={address}>
            {t('learning:quiz.pausedReload')}
          </a>
          {last && <a href={last}>{t('learning:quiz.lastResult')}</a>}
        </State>
      )
    case 'passed':
      return <State tone="done" title={t('learning:quiz.passedTitle')}>{last && <a className="button" href={last}>{t('learning:quiz.seeResult')}</a>}</State>
    case 'withdrawn':
      return (
        <State tone="info" title={t('learning:quiz.withdrawnTitle')} text={t('learning:quiz.withdrawnText')}>
          <EnrolForm course={course} label={t('learning:course.resume')} />
        </State>
      )
    case 'not-enrolled':
      return (
        <State tone="info" title={t(quiz.kind === 'range' ? 'learning:range.notEnrolledTitle' : 'learning:quiz.notEnrolledTitle')} text={t('learning:quiz.notEnrolledText')}>
          <EnrolForm course={course} label={t('learning:course.enrol')} isSignedIn={isSignedIn} />
        </State>
      )
  }
}

function State({ tone, title, text, children }: { tone: 'info' | 'done'; title: string; text?: string; children: ReactNode }) {
  return (
    <section className="notice" data-tone={tone}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      <div className="actions">{children}</div>
    </section>
  )
}
