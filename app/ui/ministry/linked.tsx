import type { ReactNode } from 'react'

/** A message in which <0>…</0>, <1>…</1> are links to the addresses, in their order. */
export function Linked({ text, to }: { text: string; to: string[] }) {
  const parts = text.split(/<(\d)>(.*?)<\/\1>/)
  const nodes: ReactNode[] = []
  for (let index = 0; index < parts.length; index += 3) {
    nodes.push(parts[index])
    if (index + 2 < parts.length) {
      nodes.push(
        <a key={index} href={to[Number(parts[index + 1])]}>
          {parts[index + 2]}
        </a>,
      )
    }
  }
  return <>{nodes}</>
}
