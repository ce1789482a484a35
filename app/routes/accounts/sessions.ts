// Every session of one's account, ended together.
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/platform/http/form.server.ts'
import { endEverySession, requireActor } from '#app/platform/http/session.server.ts'

export function loader() {
  throw notFound()
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, '/profile')
  return redirect('/login', { headers: { 'set-cookie': await endEverySession(actor.accountId) } })
}
