// The worker's program, which tests start as a process: built when its sources have changed since.
import { prepareBuild } from '#commands/prepare-build.ts'

export default async function setup(): Promise<void> {
  await prepareBuild({ only: ['client', 'worker'] })
}
