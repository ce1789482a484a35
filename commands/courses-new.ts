// npm run courses:new -- SLUG --id ID [--title "…"]: the folder of a new course, ready to be written in; exit code 1 when it cannot be.
import { parseArgs } from 'node:util'
import { createCourse } from '#app/features/catalogue/create-course.server.ts'

const usage = 'npm run courses:new -- lectii-in-aer-liber --id LA --title "Lecții în aer liber"'

function refuse(because: string): never {
  console.error(because)
  process.exit(1)
}

function readWords() {
  try {
    return parseArgs({ allowPositionals: true, options: { id: { type: 'string' }, title: { type: 'string' } } })
  } catch (error) {
    refuse(`${(error as Error).message}\nWrite it like this: ${usage}`)
  }
}

const { positionals, values } = readWords()
const [slug, ...more] = positionals
if (slug === undefined || more.length > 0 || values.id === undefined) refuse(`A course needs one name and one identity. Write it like this: ${usage}`)
const made = await createCourse({ folder: 'courses', model: 'commands/new-course', slug, id: values.id, title: values.title ?? null })
if ('refusal' in made) refuse(made.refusal)
for (const file of made.files) console.log(file)
console.log(`Now: npm run courses:preview -- ${slug}`)
