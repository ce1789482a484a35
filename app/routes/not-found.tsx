import { notFound } from '#app/platform/http/form.server.ts'

export function loader() {
  throw notFound()
}

export default function NotFound() {
  return null
}
