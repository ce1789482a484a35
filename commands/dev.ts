// The site with hot reload: pages by Vite, the worker begun anew when what it runs has changed, courses published when saved.
import fs from 'node:fs'
import { prepareBuild } from './prepare-build.ts'
import { serveSite } from './serve.ts'

const workerSources = ['app/core', 'app/features', 'app/jobs', 'app/language', 'app/platform', 'app/ui/lesson', 'workers']
/** An editor writes a file in several steps. */
const SETTLE_MS = 150

function watch(folders: string[], onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, SETTLE_MS)
  }
  for (const folder of folders) fs.watch(folder, { recursive: true }, settle)
}

await serveSite({
  prepare: (signal) => prepareBuild({ only: ['client'], signal }),
  web: ['--import', 'tsx', 'commands/dev-server.ts'],
  worker: ['--import', 'tsx', 'commands/worker.ts'],
  onReady({ worker, prepareData }) {
    watch(workerSources, () => worker.restart())
    watch(['courses'], () => void prepareData().catch((error: unknown) => console.error(error)))
  },
})
