// npm run web, npm run worker: one process of a kind, as production runs them. The build is made by npm run build, or by npm start.
import fs from 'node:fs'

const programs = { web: '../build/server/index.js', worker: '../build/worker/worker.js' }

const kind = process.argv[2] === 'worker' ? 'worker' : 'web'
const program = new URL(programs[kind], import.meta.url)
if (!fs.existsSync(program)) {
  console.error(`There is no build of the ${kind} process yet: npm run build`)
  process.exit(1)
}
await import(program.href)
