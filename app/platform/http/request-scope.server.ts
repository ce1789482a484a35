// What belongs to one request and no other. Remix hands every loader and action a Request of its own, so nothing can be kept by it.
import { AsyncLocalStorage } from 'node:async_hooks'

type Scope = { address: string; answers: Map<string, Promise<unknown>> }

const scopes = new AsyncLocalStorage<Scope>()

/** Runs everything that one request asks for. `address` is where it came from. */
export function inRequest<T>(address: string, work: () => T): T {
  return scopes.run({ address, answers: new Map() }, work)
}

/** The network address that the request came from; empty outside a request. */
export function clientAddress(): string {
  return scopes.getStore()?.address ?? ''
}

/** What `ask` answers, asked once a request however many loaders want it. */
export function oncePerRequest<T>(name: string, ask: () => Promise<T>): Promise<T> {
  const answers = scopes.getStore()?.answers
  if (!answers) return ask()
  if (!answers.has(name)) answers.set(name, ask())
  return answers.get(name) as Promise<T>
}
