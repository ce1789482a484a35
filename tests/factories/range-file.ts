// A range as an author writes it: two situations, each in two varieties.

type Locale = 'ro' | 'en'

/** In every text that must not be told before the answer is in. */
export const rangeMark = 'cheie-poligon'

/** In the folder of the module, beside its test. `host`: of the message's sender. */
export function rangeFile({ locale = 'ro' as Locale, host = 'curier.example', isDrawn = true, more = '' } = {}): string {
  const say = (text: string) => JSON.stringify(locale === 'ro' ? text : `${text} (en)`)
  const situation = (id: string, text: string, variantOf = '') => `  - id: ${id}
    type: single${variantOf && `\n    variantOf: ${variantOf}`}
    text: ${say(text)}
${
  isDrawn
    ? `    mock:
      kind: message
      channel: email
      from: ${say('Curierul')}
      address: aviz@${host}
      sent: ${say('luni, 9:10')}
      body: [${say(`Colet ${id}`)}, { link: ${say('Vedeți')}, to: "https://avize.curier.example/1" }]
`
    : ''
}    options:
      a: { text: ${say('Poștă')}, why: ${say(`${rangeMark} a`)} }
      b: { text: ${say('Capcană')}, why: ${say(`${rangeMark} b`)} }
    answer: b
    explanation: ${say(`${rangeMark} de ce`)}
`
  return `id: TC-1-range\ntitle: ${say('Poligon')}\nquestions:\n${situation('TC-1-r1', 'Întâi?')}${situation('TC-1-r1b', 'Întâi, altfel?', 'TC-1-r1')}${situation('TC-1-r2', 'Apoi?')}${situation('TC-1-r2b', 'Apoi, altfel?', 'TC-1-r2')}${more}`
}
