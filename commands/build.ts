// npm run build: the database client and the site, where they are older than their sources.
import { prepareBuild } from './prepare-build.ts'

await prepareBuild()
