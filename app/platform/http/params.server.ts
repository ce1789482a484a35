// Parts of an address, checked before anything is asked of the database: what cannot be the name of a page is not found.
import { notFound } from './form.server.ts'

/** A part of an address that names a course, a lesson or a quiz. @throws Response 404 */
export function slugParam(value: string | undefined): string {
  if (value === undefined || !/^[a-z0-9-]{1,80}$/.test(value)) throw notFound()
  return value
}

/** A count that stands in an address, from 1. @throws Response 404 */
export function countParam(value: string | undefined): number {
  if (value === undefined || !/^[1-9]\d{0,5}$/.test(value)) throw notFound()
  return Number(value)
}

/** The id of a row. @throws Response 404 */
export function idParam(value: string | undefined): string {
  if (value === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw notFound()
  return value
}
