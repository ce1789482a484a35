// npm start: from a fresh clone to a running site.
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
await import('./start.ts')
