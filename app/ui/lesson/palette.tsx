// The palette: what each name in a lesson is drawn with, but for what each reader fills in (ui/course/kept-block.tsx)
// and for what is drawn from another file (platform/mdx). The names and their attributes are the core's (core/catalogue/palette.ts).
import type { ComponentType } from 'react'
import type { ComponentName } from '#app/core/catalogue/palette.ts'
import { Activity } from './activity.tsx'
import { Callout } from './callout.tsx'
import { After, Before, Compare } from './compare.tsx'
import { Example } from './example.tsx'
import { Remember } from './remember.tsx'
import { Choice, Scenario } from './scenario.tsx'
import { Situation } from './situation.tsx'
import { Sources } from './sources.tsx'
import { Steps } from './steps.tsx'
import { Tomorrow } from './tomorrow.tsx'

// Attributes were checked against the core's rules before a component is drawn: their types cannot be told to the compiler here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const components: Record<Exclude<ComponentName, 'Checklist' | 'Reflection' | 'Figure' | 'Term'>, ComponentType<any>> = {
  Situation,
  Callout,
  Steps,
  Example,
  Compare,
  Before,
  After,
  Activity,
  Scenario,
  Choice,
  Remember,
  Tomorrow,
  Sources,
}
