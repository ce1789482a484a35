import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '#app/platform/http/session.server.ts'
import { notFound } from '#app/platform/http/form.server.ts'

export function loader() {
  throw notFound()
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { headers: { 'set-cookie': await endSession(request) } })
}
