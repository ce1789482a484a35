// All recurring work, on one page. Each is done by one worker at a time, whichever comes first. The sweeps call the handlers
// themselves: what was promised is kept with the queue switched off, emptied or wedged.
import { forgetEnded } from '#app/features/accounts/forget-ended.server.ts'
import { listUnsentMails } from '#app/features/accounts/list-unsent-mails.server.ts'
import { listPendingCertificates, listStaleStatusLists } from '#app/features/certification/list-pending-certificates.server.ts'
import { listUnsynced } from '#app/features/strategy/list-unsynced.server.ts'
import { forgetRelayedEvents } from '#app/platform/relay.server.ts'
import type { Recurring } from './sweep.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A younger promise is the queue's to keep, which takes a second. */
const YOUNG_S = 15
/** The queue tries a mail again for half an hour; the sweep is for one that the queue has lost. */
const YOUNG_MAIL_S = 60
/** The most that one sweep takes on; the next comes soon. */
const AT_MOST = 500

export const schedule: Recurring[] = [
  {
    // A teacher waits for it: nothing that was recorded stays unissued for more than half a minute.
    name: 'issue what is pending',
    everyMs: 15 * SECOND_MS,
    run: async (world, sweeper) => sweeper.keep('certificate.issue', (await listPendingCertificates(world, YOUNG_S, AT_MOST)).map((certificateId) => ({ certificateId }))),
  },
  {
    // The indicator is at most a minute behind its facts.
    name: 'sync what lags',
    everyMs: 15 * SECOND_MS,
    run: async (world, sweeper) => {
      const youngest = (await world.clock()).getTime() - YOUNG_S * SECOND_MS
      const lagging = (await listUnsynced(world, AT_MOST)).filter(({ since }) => since.getTime() < youngest)
      await sweeper.keep('indicator.sync', lagging.map(({ personId }) => ({ personId })))
    },
  },
  {
    // Whoever checks a revoked certificate is told within a minute.
    name: 'sign what is stale',
    everyMs: 15 * SECOND_MS,
    run: async (world, sweeper) => sweeper.keep('status-list.sign', (await listStaleStatusLists(world)).map((id) => ({ statusListId: String(id) }))),
  },
  {
    // Somebody waits for a link to set a password. Not too often: an address may never take it.
    name: 'send what is unsent',
    everyMs: 2 * MINUTE_MS,
    run: async (world, sweeper) => sweeper.keep('mail.send', (await listUnsentMails(world, YOUNG_MAIL_S, AT_MOST)).map((mailId) => ({ mailId }))),
  },
  {
    // Personal data that has no use any more.
    name: 'forget ended sessions and links',
    everyMs: HOUR_MS,
    run: async (world) => void (await forgetEnded(world)),
  },
  {
    // The outbox stays small enough to look through.
    name: 'forget relayed events',
    everyMs: HOUR_MS,
    run: async (world) => void (await forgetRelayedEvents(world)),
  },
]
