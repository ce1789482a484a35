// Which addresses a lesson may point to: an allow-list, never a list of what is known to be bad.

/** Spaces, controls and backslashes, which browsers drop or turn around before they read the scheme. */
const disguises = /[\p{C}\p{Z}\\]/u

/** Why a link may not lead there, or null when it may: https, mail, a place in this lesson or on this site. */
export function refuseLink(address: string): string | null {
  const isSafe =
    !disguises.test(address) &&
    (/^#[^#]+$/.test(address) || /^\/(?!\/)/.test(address) || /^mailto:[^@?]+@[^@?]+$/i.test(address) || (/^https:\/\/[^/@]+(\/|$)/i.test(address) && URL.canParse(address)))
  return isSafe ? null : 'Link to https://…, mailto:…, /… on this site or #… in this lesson.'
}

/** Images come from this site: readers are not shown to others, and a page works where the rest of the web does not. */
export function refuseImage(address: string): string | null {
  return !disguises.test(address) && /^\/(?!\/)/.test(address) ? null : 'Put the image on this site and name it by its address, such as /catedra/….png.'
}
