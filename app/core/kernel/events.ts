// What can happen that somebody was promised something for. Each is told by the id of its subject and nothing else.
export const eventTypes = [
  /** subject: certificate */
  'certificate.recorded',
  /** subject: status list */
  'status-list.changed',
  /** subject: person; anything the indicator depends on */
  'person.facts-changed',
  /** subject: mail */
  'mail.requested',
] as const

export type EventType = (typeof eventTypes)[number]
