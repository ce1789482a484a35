// npm run courses:count [-- FOLDER]: how much there is of each course, by module and language, as a table; exit code 1 when a
// language has more or less than another.
import { addUp, countables, listDifferences, type Counts } from '#app/core/catalogue/tally.ts'
import { locales } from '#app/core/kernel/locale.ts'
import { countCourse } from '#app/features/catalogue/count-course.server.ts'
import { readCourseFolders } from '#app/features/catalogue/read-course-folders.server.ts'

const folders = await readCourseFolders(process.argv[2] ?? 'courses').catch((error: NodeJS.ErrnoException) => {
  console.error(`${process.argv[2] ?? 'courses'}: read ${error.code ?? error.message}, expected a folder of courses`)
  process.exit(1)
})
const courses = folders.map((folder) => ({ name: folder.name, tallies: countCourse(folder) }))
const all = courses.flatMap(({ tallies }) => tallies)
const used = locales.filter((locale) => all.some((tally) => tally.locale === locale && tally.lessons + tally.questions > 0))

const rowOf = (place: string, locale: string, counts: Counts) => [place, locale, ...countables.map((countable) => String(counts[countable]))]
const totalsOf = (place: string, tallies: typeof all) => used.map((locale) => rowOf(place, locale, addUp(tallies.filter((tally) => tally.locale === locale))))
const rows = [
  ['', '', ...countables],
  ...courses.flatMap(({ name, tallies }) => [...tallies.map((tally) => rowOf(`${name}/${tally.module}`, tally.locale, tally)), ...totalsOf(name, tallies)]),
  ...totalsOf(`${courses.length} courses`, all),
]
const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
for (const row of rows) console.log(row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd())

const differences = courses.flatMap(({ name, tallies }) => listDifferences(tallies, used).map((difference) => `${name}/${difference}`))
for (const difference of differences) console.error(difference)
process.exit(differences.length > 0 ? 1 : 0)
