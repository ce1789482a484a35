// A page that waits for something asks for itself again, without script, as long as it waits.
const EVERY_S = 3

export function refreshWhile(isWaiting: boolean | undefined): { httpEquiv: 'refresh'; content: string }[] {
  return isWaiting ? [{ httpEquiv: 'refresh', content: String(EVERY_S) }] : []
}
