// What files and folders hold, as one short text that changes with any of it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

function filesIn(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).sort().flatMap((name) => filesIn(path.join(place, name)))
}

export function fingerprint(places: string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn)) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}
