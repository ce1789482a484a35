// npm run web: one web process, as production runs them. The build is made by npm run build, or by npm start.
import fs from 'node:fs'

const server = new URL('../build/server/index.js', import.meta.url)
if (!fs.existsSync(server)) {
  console.error('The site is not built: npm run build')
  process.exit(1)
}
await import(server.href)
