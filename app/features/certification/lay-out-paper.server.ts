// What the certificate on paper says and shows: the data of certificate.typ, in Romanian with a translation.
import fs from 'node:fs'
import { competenceTerm, type CompetenceCode } from '#app/core/catalogue/competences.ts'
import { addresses } from '#app/core/certification/credential.ts'
import { highestLevels, type CertificateFacts } from '#app/core/certification/facts.ts'
import { engraveFrame, engraveRosette, ROSETTE } from '#app/core/certification/guilloche.ts'
import type { Day } from '#app/core/kernel/calendar.ts'
import type { Locale, Localized } from '#app/core/kernel/locale.ts'
import { formatDay, formatMinutes } from '#app/language/format.ts'
import { term, translator, type Translate } from '#app/language/translate.ts'
import { drawQr } from '#app/platform/pdf-qr.server.ts'

/** The paper's two languages. */
type Words = Record<'ro' | 'en', string>

/** Tenths of a millimetre: A4 less 9 mm on each side. */
const FRAME = { width: 1920, height: 2790, band: 76 }
const INK = '#1b3d8c'
const PALE_INK = '#4f74b8'

/** The site's mark: a desk seen from the class. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 3 30 25" fill="none" stroke="${INK}" stroke-width="1.6"><path d="M3 11h26M6 11v15M26 11v15M6 17h20M11 11V5h10v6"/></svg>`

let template: string | undefined

/** Read once: the worker renders many. From the project's folder, since the worker runs as one bundle elsewhere. */
export function paperTemplate(): string {
  template ??= fs.readFileSync('app/features/certification/certificate.typ', 'utf8')
  return template
}

/** @param hash of the signed credential, in hexadecimal: the lines are engraved from it */
export function layOutPaper(certificate: CertificateFacts, { origin, name, hash }: { origin: string; name: string; hash: string }) {
  const { serial, courseTitle, recordedAt, outcomes } = certificate
  return {
    title: translator('ro')('certification:paper.documentTitle', { course: courseTitle.ro }),
    issuer: name,
    serial,
    address: { start: addresses.verification(origin, '') },
    made: {
      year: recordedAt.getUTCFullYear(),
      month: recordedAt.getUTCMonth() + 1,
      day: recordedAt.getUTCDate(),
      hour: recordedAt.getUTCHours(),
      minute: recordedAt.getUTCMinutes(),
      second: recordedAt.getUTCSeconds(),
    },
    holder: certificate.holderName,
    course: translated(courseTitle),
    facts: listFacts(certificate),
    competences: highestLevels(outcomes).map(({ competence, level }) => ({ code: competence, level, name: nameOf(competence) })),
    outcomes: outcomes.map(({ competence, level, text }) => ({ code: competence, level, name: nameOf(competence), text: translated(text) })),
    words: { ...fixedWords(), columns: [inBoth((t) => t('certification:paper.outcome')), inBoth((t) => t('certification:paper.competence')), inBoth((t) => t('certification:paper.level'))] },
    qr: drawQr(addresses.verification(origin, serial)),
    mark: MARK,
    rosette: drawRosette(hash),
    frame: drawFrame(hash),
  }
}

function listFacts({ minutes, effectiveOn, validUntil }: CertificateFacts): { label: Words; value: string }[] {
  const ro = translator('ro')
  return [
    { label: inBoth((t) => t('certification:paper.workload')), value: formatMinutes(minutes) },
    { label: inBoth((t) => t('certification:paper.result')), value: ro('certification:paper.passed') },
    { label: inBoth((t) => t('certification:paper.completedOn')), value: dayOnOneLine(effectiveOn) },
    { label: inBoth((t) => t('certification:paper.validUntil')), value: validUntil ? dayOnOneLine(validUntil) : ro('certification:paper.noEnd') },
  ]
}

function nameOf(competence: CompetenceCode): Words {
  return inBoth((t) => term(t, competenceTerm(competence)))
}

function dayOnOneLine(day: Day): string {
  return formatDay(day, 'ro').replaceAll(' ', '\u00A0')
}

function fixedWords() {
  return {
    title: inBoth((t) => t('certification:paper.title')),
    certifies: inBoth((t) => t('certification:paper.certifies')),
    completed: inBoth((t) => t('certification:paper.completed')),
    competences: inBoth((t) => t('certification:paper.competences')),
    verify: inBoth((t) => t('certification:paper.verify')),
    qr: inBoth((t) => t('certification:paper.qr')),
    serial: inBoth((t) => t('certification:paper.serial')),
    notAccredited: inBoth((t) => t('certification:paper.notAccredited')),
    seal: inBoth((t) => t('certification:paper.seal')),
    page: inBoth((t) => t('certification:paper.page')),
    issuer: inBoth((t) => t('certification:facts.issuer')),
    annex: inBoth((t) => t('certification:paper.annex')),
    framework: inBoth((t) => t('certification:paper.framework')),
  }
}

function inBoth(say: (t: Translate) => string): Words {
  const by = (locale: Locale) => say(translator(locale))
  return { ro: by('ro'), en: by('en') }
}

function translated(text: Localized): { ro: string; en: string | null } {
  return { ro: text.ro, en: text.en ?? null }
}

function drawRosette(hash: string): string {
  const lines = engraveRosette(hash).map(({ path, copies, width }) => `<g stroke-width="${width}">${copies.map((copy) => `<path transform="${copy}" d="${path}"/>`).join('')}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-ROSETTE} ${-ROSETTE} ${2 * ROSETTE} ${2 * ROSETTE}" fill="none" stroke="${INK}">${lines.join('')}</svg>`
}

function drawFrame(hash: string): string {
  const lines = engraveFrame(hash, FRAME).map((path) => `<path d="${path}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}" fill="none" stroke="${PALE_INK}" stroke-width="1.4">${lines.join('')}</svg>`
}
