// The frame of a quiz's pages: the way back, the margin, the title.
import type { ReactNode } from 'react'
import type { QuizKind } from '#app/core/assessment/question.ts'
import { chooseLocale, type Localized } from '#app/core/kernel/locale.ts'
import { CourseCrumb } from '../course/course-crumb.tsx'
import { ForeignNote } from '../course/foreign-note.tsx'
import { Margin, MarginFold, type MarginFacts } from '../course/module-margin.tsx'
import { Told } from '../course/told.tsx'
import { useLocale } from '../reader.tsx'

export type QuizFrameFacts = {
  course: { slug: string; title: Localized }
  module: MarginFacts['module']
  quiz: { kind: QuizKind; slug: string; title: Localized }
  own: { progress: NonNullable<MarginFacts['progress']> } | null
}

export function QuizFrame({ course, module, quiz, own, children }: QuizFrameFacts & { children: ReactNode }) {
  const locale = useLocale()
  const margin = { course: course.slug, module, current: { kind: quiz.kind === 'range' ? 'range' : 'quiz', slug: quiz.slug }, progress: own?.progress ?? null } as const
  return (
    <div className="page lesson-page">
      <div className="lesson-head">
        <CourseCrumb course={course} />
        <MarginFold {...margin} />
        <h1 className="title-serif">
          <Told text={quiz.title} />
        </h1>
        <ForeignNote shown={chooseLocale(Object.keys(quiz.title), locale)} />
      </div>
      <div className="quiz">{children}</div>
      <Margin {...margin} />
    </div>
  )
}
