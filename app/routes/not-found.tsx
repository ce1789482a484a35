// An address that leads nowhere; and what the server refuses before any page is asked, said on a page all the same.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/platform/http/form.server.ts'

export function loader({ context }: LoaderFunctionArgs) {
  throw context.refused ?? notFound()
}

export default function NotFound() {
  return null
}
