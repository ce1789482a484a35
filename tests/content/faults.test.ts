// Courses with each fault once: every one is named, with its line and column, all at once.
import { expect, test } from 'vitest'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'

const FOLDER = 'tests/content/broken-courses'

/** By file, in the order in which they are read. */
const expected: Record<string, string[]> = {
  'curs-defect/course.yaml': [
    '1:1 "licence" is missing.',
    '1:5 "CD" is also the id of tests/content/broken-courses/geaman.',
    '2:7 "slug" is alt-nume, the folder curs-defect.',
    '3:8 "theme" is "digital_pedagogics".',
    '4:8 "title" has no text in en, though the course has lessons in it.',
    '5:66 "summary.de" is not a field here.',
    '6:24 "countsTowardIndicator" is "da".',
    '7:14 "passPercent" is 170.',
    '8:9 "change" is "minor".',
    '9:10 "authors" is an empty list.',
    '10:1 "price" is not a field here.',
    '15:14 "modules[1].minutes.quiz" is missing.',
    '17:23 "modules[1].outcomes[1].competence" is "7.1".',
    '18:37 "modules[1].outcomes[2].level" is "D1".',
    '19:9 "modules[1].outcomes[3].text" is missing.',
    '20:9 "CD-1" stands here a second time.',
    '21:13 The folder 01-intrebari comes after 01-lectii.',
    '23:36 "modules[2].minutes.quiz" is 15.5.',
    '24:15 "modules[2].outcomes" is an empty list.',
  ],
  'curs-defect/en/01-intrebari/questions.quiz.yaml': [
    '1:5 "id" is CD-2-test, in Romanian CD-2-quiz.',
    '4:3 The Romanian quiz also has CD-2-q1, CD-2-q2, CD-2-q4, CD-2-q5, CD-2-q6, CD-2-q7, CD-2-q9, CD-2-q13, CD-2-q14, CD-2-q16, CD-2-q18, CD-2-q19.',
    '8:7 "options" is a, b, c, in Romanian a, b.',
    '11:13 "answer" is b, in Romanian a.',
    '14:11 "type" is ordering, in Romanian numeric.',
    '19:9 The Romanian quiz has no question "CD-2-q12".',
    '28:7 "rubric" is c1 for 1, c2 for 3, in Romanian c1 for 1, c2 for 2.',
    '30:17 "passPoints" is 3, in Romanian 4.',
    '32:5 "variantOf" is absent, in Romanian CD-2-q10.',
  ],
  'curs-defect/en/01-lectii/05-scurta.mdx': [
    '2:5 "id" is CD-1.5, in Romanian CD-1.4.',
    '3:7 "slug" is scurta, in Romanian forma.',
  ],
  'curs-defect/en/01-lectii/10-in-romana.mdx': [
    '2:5 "id" is CD-1.10-en, in Romanian CD-1.10.',
    '3:7 "slug" is in-romanian, in Romanian in-romana.',
    '5:10 "minutes" is 25, in Romanian 4.',
    '6:14 "competences" is 3.1,3.2, in Romanian 3.1.',
  ],
  'curs-defect/en/01-lectii/10-tot-zece.mdx': [
    '1:1 10-in-romana.mdx has the same number.',
  ],
  'curs-defect/en/01-lectii/11-doar-in-romana.mdx': [
    '1:1 The file is missing, though the course is written in en.',
  ],
  'curs-defect/en/01-lectii/questions.quiz.yaml': [
    '2:1 Map keys must be unique.',
    '3:8 Nested mappings are not allowed in compact mappings.',
  ],
  'curs-defect/en/03-gol/questions.quiz.yaml': [
    '1:1 The file is missing, though the course is written in en.',
  ],
  'curs-defect/fr/01-lectii/01-antet.mdx': [
    '1:1 This is no file of a course.',
  ],
  'curs-defect/note.txt': [
    '1:1 This is no file of a course.',
  ],
  'curs-defect/ro/01-intrebari/questions.quiz.yaml': [
    '4:5 "questions[1].explanation" is missing.',
    '9:10 "questions[1].options.b.why" is missing.',
    '10:7 "C" cannot be a name here.',
    '18:13 The answer names "d", which "options" does not have.',
    '20:9 "CD-2-q2" is already an id in ro/01-intrebari/questions.quiz.yaml.',
    '26:17 The answer names "a" twice.',
    '26:20 The answer names "z", which "options" does not have.',
    '28:5 "questions[3].hint" is not a field here.',
    '34:13 The answer leaves out sa.',
    '34:19 The answer names "alta", which "right" does not have.',
    '34:25 The answer names "nd", which "left" does not have.',
    '40:13 The answer leaves out find.',
    '45:13 "questions[6].answer" is "4".',
    '46:16 "questions[6].tolerance" is -1.',
    '49:11 "type" is "essay".',
    '51:5 The question has no "type".',
    '52:5 "questions[9].answer" is missing.',
    '55:14 "questions[9].options" has fewer than two entries.',
    '75:49 "questions[12].rubric.c1.points" is 0.',
    '76:11 "questions[12].rubric.c2.full" is missing.',
    '77:66 "questions[12].rubric.c3.why" is not a field here.',
    '78:17 "questions[12].passPoints" is "3".',
    '80:5 "questions[13].passPoints" is missing.',
    '83:13 "questions[13].rubric" has no criterion.',
    '91:17 "passPoints" is 4, all criteria together give 3.',
    '95:16 "variantOf" names "CD-2-q17", which is no question before this one.',
    '107:16 "variantOf" names "CD-2-q17", which is itself a variant.',
    '112:11 "type" is numeric, that of "CD-2-q15" open.',
  ],
  'curs-defect/ro/01-lectii/01-antet.mdx': [
    '2:1 "minutes" is missing.',
    '2:5 "id" is "CD 1.1".',
    '3:7 "slug" is "Unde Mă Aflu".',
    '4:22 "competences[2]" is "9.9".',
    '4:29 "competences[3]" is 1.3.',
    '5:1 "autor" is not a field here.',
    '6:7 "title" is empty.',
  ],
  'curs-defect/ro/01-lectii/02-text.mdx': [
    '9:1 The heading is as high as the title of the lesson.',
    '13:1 A heading of level 4 follows level 2.',
    '15:1 The heading is empty.',
    '17:1 "Ş" is written with a cedilla.',
    '17:13 "ş" is written with a cedilla.',
    '17:31 "ţ" is written with a cedilla.',
    '19:1 The image has no words for who cannot see it.',
    '19:1 There is no image at /catedra/desen.png.',
    '19:28 The address "https://example.org/desen.png" cannot be used.',
    '21:6 No heading answers to #a-doua-parte.',
    '21:61 The address "javascript:alert(1)" cannot be used.',
    '21:90 The address "http://example.org" cannot be used.',
    '21:119 The address "//example.org" cannot be used.',
    '21:145 The link has no text.',
    '21:172 The address "data:text/html,x" cannot be used.',
  ],
  'curs-defect/ro/01-lectii/03-cod.mdx': [
    '9:1 import and export are code.',
    '11:1 import and export are code.',
    '13:1 {…} is code.',
    '15:12 {…} is code.',
    '15:40 {…} is code.',
    '17:1 <script> is not a component of lessons.',
    '19:1 <a> is not a component of lessons.',
    '21:1 <x-a> is not a component of lessons.',
    '23:22 <Callout> has an attribute that is code.',
    '29:1 <Callout.Note> is not a component of lessons.',
    '35:10 "title" of <Example> is not a text.',
    '35:35 <Example> has no attribute "onClick".',
    '35:54 <Example> has no attribute "className".',
    '41:10 "tone" of <Callout> is "loud".',
    '41:22 <Callout> has "tone" twice.',
    '41:34 "title" of <Callout> is not a text.',
    '47:1 <Example> has no "title".',
    '53:1 <> is not a component of lessons.',
    '59:1 <constructor> is not a component of lessons.',
    '65:7 There are no footnotes here.',
    '65:17 The link refers to an address elsewhere.',
    '65:40 The image refers to an address elsewhere.',
    '67:1 There are no footnotes here.',
    '69:1 An address is defined apart from its link.',
  ],
  'curs-defect/ro/01-lectii/04-forma.mdx': [
    '9:1 <Steps> holds something else than one numbered list.',
    '15:1 <Before> stands outside <Compare>.',
    '21:1 <Compare> holds something else than one <Before> and then one <After>.',
    '31:12 <Callout> stands in a line of text.',
    '33:28 "minutes" of <Activity> is "mult".',
    '45:1 <Remember> holds something else than one list.',
    '45:1 <Remember> stands here a second time.',
    '51:1 <Tomorrow> is empty.',
    '54:1 The box cannot be ticked here.',
  ],
  'curs-defect/ro/01-lectii/05-scurta.mdx': [
    '2:5 "CD-1.4" is already the id of ro/01-lectii/04-forma.mdx.',
    '3:7 "forma" is already the slug of ro/01-lectii/04-forma.mdx.',
    '9:1 The lesson has 20 words.',
  ],
  'curs-defect/ro/01-lectii/06-lunga.mdx': [
    '9:1 The lesson has 1616 words.',
  ],
  'curs-defect/ro/01-lectii/07-neinchisa.mdx': [
    '9:1 Expected a closing tag for `<Remember>` (9:1-9:11).',
  ],
  'curs-defect/ro/01-lectii/08-javascript.mdx': [
    '1:1 The file does not begin with a line that is just ---.',
  ],
  'curs-defect/ro/01-lectii/09-cap-fara-sfarsit.mdx': [
    '1:1 The head of the file does not end.',
  ],
  'curs-defect/ro/01-lectii/10-tot-zece.mdx': [
    '1:1 10-in-romana.mdx has the same number.',
  ],
  'curs-defect/ro/01-lectii/12-semne.mdx': [
    '1:1 An invisible sign stands here: U+FEFF.',
    '9:6 An invisible sign stands here: U+202E.',
  ],
  'curs-defect/ro/01-lectii/13-octeti.mdx': [
    '1:1 The file is not UTF-8.',
  ],
  'curs-defect/ro/01-lectii/15-only-in-english.mdx': [
    '1:1 The file is missing, though the course is written in ro.',
  ],
  'curs-defect/ro/01-lectii/16-trimiteri.mdx': [
    '5:10 "minutes" is 9; reading and doing the lesson takes about 4.',
    '9:6 Nothing on this site answers to /pagina-care-nu-exista.',
    '9:42 Nothing on this site answers to /courses/nimic.',
    '9:69 Nothing on this site answers to /courses/curs-defect/lessons/nimic.',
    '9:117 Nothing on this site answers to /courses/curs-defect/lessons/text#sec-nimic.',
    '9:173 Nothing on this site answers to /courses/curs-defect/quizzes/nimic.',
    '9:222 There is no image at /catedra/nimic.png.',
  ],
  'curs-defect/ro/01-lectii/lectie.mdx': [
    '1:1 The name is not that of a lesson or a drawing.',
  ],
  'curs-defect/ro/01-lectii/questions.quiz.yaml': [
    '1:11 The anchor &quiz is for a value that repeats.',
    '3:8 The alias *quiz stands for another value.',
    '3:15 The alias *quiz stands for another value.',
    '4:18 The tag !!seq makes something else of a value.',
  ],
  'curs-defect/ro/03-gol': [
    '1:1 The module has no lesson.',
  ],
  'curs-defect/ro/03-gol/questions.quiz.yaml': [
    '1:1 The file is missing, though the course is written in ro.',
  ],
  'curs-defect/ro/09-strain/01-ceva.mdx': [
    '1:1 The folder 09-strain is no module of the course.',
  ],
  'geaman/course.yaml': [
    '1:1 "authors" is missing.',
    '1:1 "change" is missing.',
    '1:1 "countsTowardIndicator" is missing.',
    '1:1 "passPercent" is missing.',
    '1:1 "summary" is missing.',
    '1:1 "theme" is missing.',
    '1:1 "title" is missing.',
    '1:5 "CD" is also the id of tests/content/broken-courses/curs-defect.',
    '3:11 "modules[1]" is 1, not a mapping of fields.',
    '4:10 "licence" is "CC-BY-NC-ND-4.0".',
  ],
}

const checked = [...(await checkCourses(await readCourseFolders(FOLDER), [])).values()]
const faults = checked.flatMap((course) => course.faults)

test('every fault is named where it stands, and nothing else is', () => {
  const named: Record<string, string[]> = {}
  for (const { file, line, column, message } of faults) (named[file.slice(FOLDER.length + 1)] ??= []).push(`${line}:${column} ${message}`)
  expect(named).toEqual(expected)
})

test('every fault says what to do', () => {
  for (const { cure, message } of faults) {
    expect(cure, message).toMatch(/^[A-Z].{5,}\.$/)
    expect(message).toMatch(/^[^\n]+\.$/)
  }
})

test('a course with a fault is not drawn', () => {
  expect(checked.map(({ course }) => course)).toEqual([null, null])
})
