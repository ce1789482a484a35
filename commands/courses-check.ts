// npm run courses:check [-- FOLDER]: checks and draws every course, names all warnings and faults at once, one a line; exit code 1
// on any fault.
import { formatFault, inReadingOrder } from '#app/core/catalogue/fault.ts'
import { addUp } from '#app/core/catalogue/tally.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { checkCourses } from '#app/features/catalogue/check-courses.server.ts'
import { listUnusedEntries } from '#app/features/catalogue/check-glossary.server.ts'
import { countCourse } from '#app/features/catalogue/count-course.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'

const folder = process.argv[2] ?? 'courses'
const folders = await readCourseFolders(folder).catch((error: NodeJS.ErrnoException) => {
  console.error(`${folder}: read ${error.code ?? error.message}, expected a folder of courses`)
  process.exit(1)
})
const checked = [...(await checkCourses(folders, [])).values()]
const faults = inReadingOrder(checked.flatMap((course) => course.faults))
const warnings = [...checked.flatMap((course) => course.warnings), ...listUnusedEntries(folders)]
for (const warning of warnings) console.log(formatFault({ ...warning, message: `warning: ${warning.message}` }))
for (const fault of faults) console.log(formatFault(fault))

const tallies = folders.flatMap(countCourse)
const totals = locales.flatMap((locale) => {
  const { lessons, words, questions } = addUp(tallies.filter((tally) => tally.locale === locale))
  return lessons > 0 ? [`${locale}: lessons ${lessons}, words ${words}, questions ${questions}`] : []
})
console.log([`courses ${checked.length}, faults ${faults.length}, warnings ${warnings.length}`, ...totals].join('; '))
process.exit(faults.length > 0 ? 1 : 0)
