import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { revokeApiToken } from '#app/features/accounts/revoke-api-token.server.ts'
import { notFound } from '#app/platform/http/form.server.ts'
import { idParam } from '#app/platform/http/params.server.ts'
import { requireActor } from '#app/platform/http/session.server.ts'
import { world } from '#app/platform/http/world.server.ts'

const PAGE = '/ministry/tokens'

export function loader() {
  throw notFound()
}

/** Also for who no longer sees exact figures: their token is of no use, and is theirs to end. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, PAGE)
  const revoked = await revokeApiToken(world(), actor, idParam(params['token']))
  if (!revoked.ok) throw notFound()
  return redirect(PAGE, 303)
}
