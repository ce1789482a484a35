// The bits of a Bitstring Status List (https://www.w3.org/TR/vc-bitstring-status-list/): index 0 is the left-most bit.
export const STATUS_LIST_BITS = 131_072

/** From here on the next list is opened: below it a free place is found at once, and each certificate hides among many. */
const FULL = (STATUS_LIST_BITS * 3) / 4

export function isListFull(places: number): boolean {
  return places >= FULL
}

/** A place from four random bytes; 2^32 is a multiple of the length, so every place is equally likely. */
export function placeFrom(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset, random.byteLength).getUint32(0) % STATUS_LIST_BITS
}

export function writeStatusBits(revoked: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(STATUS_LIST_BITS / 8)
  for (const index of revoked) {
    if (!Number.isInteger(index) || index < 0 || index >= STATUS_LIST_BITS) throw new RangeError(`No place ${index} in a status list`)
    bytes[index >> 3]! |= 0x80 >> (index & 7)
  }
  return bytes
}

export function isBitSet(bytes: Uint8Array, index: number): boolean {
  return ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}
