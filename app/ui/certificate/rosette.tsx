// The certificate's seal: engraved from the hash of its signed credential, on the page as on paper.
import { engraveRosette, ROSETTE } from '#app/core/certification/guilloche.ts'

/** `label` where it says something; without, it is an ornament. */
export function Rosette({ hash, label }: { hash: string; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className="rosette" viewBox={`${-ROSETTE} ${-ROSETTE} ${2 * ROSETTE} ${2 * ROSETTE}`} width="176" height="176" fill="none" stroke="currentColor" focusable="false" {...named}>
      {engraveRosette(hash).map(({ path, copies, width }, at) => {
        const id = `rosette-${hash.slice(0, 8)}-${at}`
        return (
          <g key={id} strokeWidth={width}>
            <defs>
              <path id={id} d={path} />
            </defs>
            {copies.map((copy) => (
              <use key={copy} href={`#${id}`} transform={copy} />
            ))}
          </g>
        )
      })}
    </svg>
  )
}
