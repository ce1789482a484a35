// Signs a status list as it stands, if there is a revocation that the signed one lacks. Run twice or at once it does no harm:
// the revision is read before the revocations, so what is signed holds at least those of its revision.
import { addresses, jwtPayload, writeStatusListCredential } from '#app/core/certification/credential.ts'
import { writeStatusBits } from '#app/core/certification/status-list.ts'
import { encodeBits, signJwt } from '#app/platform/credential.server.ts'
import type { SigningKeys } from '#app/platform/keys.server.ts'
import type { World } from '#app/platform/world.server.ts'
import { findStatusList, listRevokedPlaces, saveSigned } from './status-list-store.server.ts'

export type IssuerWorld = Pick<World, 'db' | 'clock' | 'log' | 'publicUrl'> & { keys: Pick<SigningKeys, 'rsa' | 'ed25519'> }

export async function signStatusList(world: IssuerWorld, statusListId: number): Promise<void> {
  const { db, keys, publicUrl } = world
  const list = await findStatusList(db, statusListId)
  if (!list) return world.log.warn({ statusListId }, 'asked to sign a status list that is not there')
  if (list.signedRevision >= list.revision) return
  const encodedList = await encodeBits(writeStatusBits(await listRevokedPlaces(db, statusListId)))
  const at = await world.clock()
  const credential = writeStatusListCredential({ id: statusListId, encodedList, signedAt: at }, publicUrl)
  const jwt = await signJwt(jwtPayload(credential), keys.rsa, addresses.key(publicUrl, keys.rsa.kid))
  await saveSigned(db, statusListId, { jwt, revision: list.revision, at })
}
