// The plan of the house as data: which room may know which, and who alone may touch what. README.md draws the same picture.
export type Room = {
  name: string
  /** Files under this path that no deeper room holds. */
  folder: string
  /** It has files alone: a folder in it is a room of its own, or none. */
  isFlat?: true
  /** Rooms it may import besides itself. */
  knows: string[]
  /** The packages it may import: these, or any but these. */
  packages: { only: (string | RegExp)[] } | { never: (string | RegExp)[] }
  /** Whether it may import Node's own modules. */
  node: boolean
}

const react = [/^react(-dom)?(\/|$)/]
const remix = [/^@remix-run\//]

export const rooms: Room[] = [
  { name: 'core', folder: 'app/core', knows: [], packages: { only: ['zod'] }, node: false },
  { name: 'jobs', folder: 'app/jobs', knows: ['core'], packages: { only: ['zod'] }, node: false },
  { name: 'language', folder: 'app/language', knows: ['core'], packages: { only: ['i18next'] }, node: false },
  { name: 'platform', folder: 'app/platform', knows: ['core', 'jobs', 'generated client'], packages: { never: remix }, node: true },
  { name: 'platform/http', folder: 'app/platform/http', knows: ['core', 'platform'], packages: { never: react }, node: true },
  { name: 'features', folder: 'app/features', knows: ['core', 'platform', 'jobs', 'language', 'reference data', 'generated client'], packages: { never: [...react, ...remix, 'bullmq', 'ioredis', 'lucia', 'pg'] }, node: true },
  { name: 'ui', folder: 'app/ui', knows: ['core', 'language'], packages: { only: [...react, '@remix-run/react', 'd3-scale', 'd3-shape', '@svg-maps/romania', 'i18next'] }, node: false },
  { name: 'routes', folder: 'app/routes', knows: ['core', 'features', 'ui', 'language', 'platform/http'], packages: { only: [...react, ...remix, 'zod'] }, node: false },
  { name: 'site', folder: 'app', isFlat: true, knows: ['core', 'features', 'ui', 'language', 'platform', 'platform/http'], packages: { never: ['bullmq', 'ioredis', 'lucia', 'pg'] }, node: true },
  { name: 'workers', folder: 'workers', knows: ['core', 'jobs', 'features', 'language', 'platform'], packages: { never: [...react, ...remix, 'bullmq', 'ioredis', 'lucia', 'pg'] }, node: true },
  { name: 'commands', folder: 'commands', knows: ['core', 'jobs', 'features', 'platform', 'workers', 'seed', 'reference data'], packages: { never: [...react, 'bullmq', 'ioredis', 'lucia'] }, node: true },
  { name: 'seed', folder: 'prisma/seed', knows: ['core', 'features', 'platform', 'reference data', 'generated client'], packages: { only: ['zod'] }, node: true },
  { name: 'reference data', folder: 'prisma/seed/data', knows: [], packages: { only: [] }, node: false },
  { name: 'generated client', folder: 'prisma/client', knows: [], packages: { only: [] }, node: false },
  { name: 'prisma', folder: 'prisma', isFlat: true, knows: [], packages: { only: ['prisma/config'] }, node: false },
  { name: 'courses', folder: 'courses', knows: [], packages: { only: [] }, node: false },
]

/** What only these files may import, whatever room they are in. */
export const doors: { what: string; imported: RegExp; by: RegExp; cure: string }[] = [
  {
    what: 'Prisma',
    imported: /^(@prisma\/|prisma\/client\/)/,
    by: /^app\/platform\/db\.server\.ts$|-store\.server\.ts$/,
    cure: 'ask a store for it, or take the types Database, Transaction and Queryable from app/platform/db.server.ts',
  },
  { what: 'Lucia', imported: /^lucia$/, by: /^app\/platform\/http\/session\.server\.ts$/, cure: 'ask app/platform/http/session.server.ts' },
  { what: 'BullMQ', imported: /^bullmq$/, by: /^app\/platform\/queue[\w-]*\.server\.ts$/, cure: 'record an event, which promises a job' },
]

/** Where the plan gives way, each with its reason. */
export const exceptions: { file: string; imports: string; because: string }[] = [
  { file: 'commands/new-migration.ts', imports: '@prisma/adapter-pg', because: 'it drives the engine that writes migrations, which takes an adapter' },
  { file: 'commands/new-migration.ts', imports: '@prisma/driver-adapter-utils', because: 'it drives the engine that writes migrations, which takes an adapter' },
  { file: 'app/platform/mdx.server.ts', imports: 'app/ui/lesson/palette.tsx', because: 'a lesson is rendered once, when it is published, with what ui draws for authors' },
  { file: 'app/platform/mdx-drawers.server.ts', imports: 'app/ui/lesson/figure.tsx', because: 'a lesson is rendered once, when it is published, with what ui draws for authors' },
  { file: 'app/platform/mdx-drawers.server.ts', imports: 'app/ui/lesson/term.tsx', because: 'a lesson is rendered once, when it is published, with what ui draws for authors' },
  { file: 'app/platform/mdx.server.ts', imports: 'app/ui/reader.tsx', because: 'what ui draws for authors speaks the language of the lesson' },
]
