declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'
  const build: ServerBuild
  export = build
}

/** The address at which the built site serves it. */
declare module '*.woff2' {
  const address: string
  export default address
}
