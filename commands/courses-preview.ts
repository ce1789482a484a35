// npm run courses:preview -- SLUG[/LESSON]: a course as it will be, until Ctrl+C.
import fs from 'node:fs'
import path from 'node:path'
import { prepareBuild } from './prepare-build.ts'

const FOLDER = 'courses'

const [slug = ''] = (process.argv[2] ?? '').split('/')
if (!/^[a-z0-9-]+$/.test(slug) || !fs.existsSync(path.join(FOLDER, slug))) {
  const known = fs.readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  console.error(`${slug === '' ? 'Which course?' : `There is no course in ${FOLDER}/${slug}.`} Write it like this: npm run courses:preview -- ${known[0]?.name ?? 'a-course'}\nThere are: ${known.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
await prepareBuild()
// It needs the database client, which is built.
await import('./preview.ts')
