// npm test: from a fresh clone to one line that says how many tests passed.
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
await import('./test.ts')
