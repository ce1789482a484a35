// Passwords are kept as Argon2id hashes, with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
import { hash, verify } from '@node-rs/argon2'

/** 2 is Argon2id. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of 32 random bytes that nobody kept: checked where there is no account, so that both answers take as long. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$tYjcFZ7DS/3S2ifmTOrhNw$4tDiWnJgMzcVXEC6dMwG2iXP2FFYUO4YEsBYI6W1mh8'

/** The same letters typed on another keyboard may arrive composed in another way. */
function asTyped(password: string): string {
  return password.normalize('NFKC')
}

export function hashPassword(password: string): Promise<string> {
  return hash(asTyped(password), options)
}

/** Whether the password is the one that was hashed; never for null, in the same time. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodys, asTyped(password))
  return matches && passwordHash !== null
}
