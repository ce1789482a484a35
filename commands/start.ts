// The site as built, its worker, and whatever they need.
import { prepareBuild } from './prepare-build.ts'
import { serveSite } from './serve.ts'

await serveSite({ prepare: (signal) => prepareBuild({ signal }), web: ['commands/built.mjs', 'web'], worker: ['commands/built.mjs', 'worker'] })
