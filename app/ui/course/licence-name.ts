// A licence as its authors call it: CC-BY-4.0 is CC BY 4.0.
export function licenceName(spdx: string): string {
  return spdx.replace(/^CC-/, 'CC ').replace(/-(?=\d)/, ' ')
}
