// npm run dev: the same as start, with hot reload.
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
await import('./dev.ts')
