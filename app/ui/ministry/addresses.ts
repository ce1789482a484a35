// Addresses that keep what was asked for and change one thing.
export type Asked = { month?: string; by?: string; county?: string; denominator?: string; sort?: string }

const fields = ['by', 'county', 'month', 'denominator', 'sort'] as const

/** Undefined in `change` takes the field away. */
export function addressOf(path: string, asked: Asked, change: Asked = {}): string {
  const wanted = { ...asked, ...change }
  const params = new URLSearchParams(fields.flatMap((field) => (wanted[field] ? [[field, wanted[field]]] : [])))
  return params.size > 0 ? `${path}?${params.toString()}` : path
}
