import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { isLocale } from '#app/core/kernel/locale.ts'
import { badRequest, notFound, readForm } from '#app/platform/http/form.server.ts'
import { localeCookie } from '#app/platform/http/locale.server.ts'
import { safeNext } from '#app/platform/http/session.server.ts'

export function loader() {
  throw notFound()
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = await readForm(request)
  const locale = fields?.get('locale')
  if (!fields || !isLocale(locale)) throw badRequest()
  return redirect(safeNext(fields.get('next')), { headers: { 'set-cookie': localeCookie(locale) } })
}
