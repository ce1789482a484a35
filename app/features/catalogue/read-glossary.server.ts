// Reads the glossary of all courses.
import { checkGlossary, type Glossary } from '#app/core/catalogue/glossary.ts'
import { problem, type Fault } from '#app/core/catalogue/fault.ts'
import { readText } from './read-text.server.ts'
import { readYaml } from './read-yaml.server.ts'

export type ReadGlossary = { entries: Glossary; faults: Fault[]; at(key: string, message: string, cure: string): Fault }

/** One that is not there has no entries. @param file as it is named in faults */
export function readGlossary(file: string, bytes: Uint8Array | null): ReadGlossary {
  const atStart = { file, line: 1, column: 1 }
  const unread = (faults: Fault[]): ReadGlossary => ({ entries: [], faults, at: (_key, message, cure) => ({ ...atStart, message, cure }) })
  if (!bytes) return unread([])
  const { text, faults } = readText(bytes)
  const yaml = text === null ? null : readYaml(text)
  const own = [...faults, ...(yaml?.faults ?? [])].map((fault) => ({ ...fault, file }))
  if (!yaml || yaml.faults.length > 0) return unread(own)
  const { glossary, problems } = checkGlossary(yaml.value)
  return {
    entries: glossary,
    faults: [...own, ...yaml.locate(problems).map((fault) => ({ ...fault, file }))],
    at: (key, message, cure) => ({ ...atStart, message, cure, ...yaml.locate([{ ...problem([key], message, cure), on: 'key' }])[0] }),
  }
}
