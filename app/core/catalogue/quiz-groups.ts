// How the questions of a quiz stand to each other: each variant beside the question it stands for, and something that counts.
import { isScored, type QuestionType } from '../assessment/question.ts'
import { problem, type Problem } from './fault.ts'

type GroupedQuestion = { type: QuestionType; variantOf: string | null }

/** `questions` holds null where one could not be read. */
export function checkGroups(ids: readonly (string | null)[], questions: readonly (GroupedQuestion | null)[]): Problem[] {
  const variants = questions.flatMap((question, index) => (question && question.variantOf !== null ? checkVariant(ids, questions, question, index) : []))
  const isScoreless = questions.length > 0 && questions.every((question) => question && !isScored(question))
  return isScoreless ? [...variants, problem(['questions'], 'All questions are open, and open ones do not count.', 'Ask at least one that counts.')] : variants
}

function checkVariant(ids: readonly (string | null)[], questions: readonly (GroupedQuestion | null)[], { type, variantOf }: GroupedQuestion, index: number): Problem[] {
  const place = ids.indexOf(variantOf)
  const at = ['questions', index, 'variantOf']
  if (place < 0 || place >= index) return [problem(at, `"variantOf" names "${variantOf}", which is no question before this one.`, 'Name one that stands before it in this quiz.')]
  const first = questions[place]
  if (!first) return []
  if (first.variantOf !== null) return [problem(at, `"variantOf" names "${variantOf}", which is itself a variant.`, `Name ${first.variantOf}.`)]
  if (isScored(first) === isScored({ type })) return []
  return [problem(['questions', index, 'type'], `"type" is ${type}, that of "${variantOf}" ${first.type}.`, 'Either all of a group are open or none.')]
}
