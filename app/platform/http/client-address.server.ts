// The network address a request came from: what the connection says, or what trusted proxies pass on in X-Forwarded-For.
import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'

/** What of a request tells its address. */
export type Incoming = Pick<IncomingMessage, 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> }

/** `trusted`: how many proxies stand before the site, or which. Whatever anybody else says of addresses is not believed. */
export function addressReader(trusted: number | string[]): (incoming: Incoming | undefined) => string {
  const isTrusted = typeof trusted === 'number' ? (_address: string, hop: number) => hop < trusted : proxyaddr.compile(trusted)
  return (incoming) => {
    if (!incoming?.socket.remoteAddress) return 'unknown'
    return proxyaddr(incoming as IncomingMessage, isTrusted) || incoming.socket.remoteAddress
  }
}
