// The site that all journeys visit: what npm start brings up, on a free port and in a data folder that is gone afterwards;
// or, to look at one journey again and again, the site that runs at SITE_URL.
import { startTemporarySite } from '#commands/temporary-site.ts'

export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['SITE_URL']) return () => Promise.resolve()
  const site = await startTemporarySite({ DEMO: 'on' })
  process.env['SITE_URL'] = site.url
  return site.stop
}
