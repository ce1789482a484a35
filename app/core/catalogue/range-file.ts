// range.quiz.yaml: a quiz in which every question is a situation that is drawn, and has a right answer.
import { problem, type Problem } from './fault.ts'
import type { CheckedQuiz } from './quiz-file.ts'

export function checkSituations({ questions }: CheckedQuiz): Problem[] {
  return questions.flatMap((question, index) => {
    if (question?.type === 'open') return [problem(['questions', index, 'type'], 'A range holds an open question.', 'Move it to the test of the module.')]
    return question && !question.mock ? [problem(['questions', index], 'The situation is not drawn.', 'Give it a mock, or move it to the test of the module.')] : []
  })
}
