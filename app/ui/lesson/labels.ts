// The words that components bring into a lesson, in the lesson's language. They are drawn into its HTML when it is published:
// a change here needs a new RENDERING_VERSION (core/catalogue/palette.ts).
import type { CalloutTone } from '#app/core/catalogue/palette.ts'
import type { Locale } from '#app/core/kernel/locale.ts'
import { useLocale } from '../reader.tsx'

type Labels = {
  situation: string
  callout: Record<CalloutTone, string>
  example: string
  before: string
  after: string
  checklist: string
  reflection: string
  activity: string
  minutes: (count: number) => string
  scenario: string
  startOver: string
  remember: string
  tomorrow: string
  sources: string
  words: string
  backToText: string
}

const labels: Record<Locale, Labels> = {
  ro: {
    situation: 'Situația',
    callout: { note: 'Notă', important: 'Important', check: 'De verificat' },
    example: 'Exemplu',
    before: 'Înainte',
    after: 'După',
    checklist: 'Listă de verificare',
    reflection: 'Pentru tine',
    activity: 'În clasa ta',
    // From 20 on a numeral takes „de”, but for 1 to 19 of each hundred.
    minutes: (count) => (count === 1 ? '1\u00a0minut' : count % 100 === 0 || count % 100 > 19 ? `${count} de\u00a0minute` : `${count}\u00a0minute`),
    scenario: 'Ce ai face?',
    startOver: 'Apasă încă o dată pe o alegere ca să o închizi și să încerci altfel.',
    remember: 'De reținut',
    tomorrow: 'Încearcă mâine',
    sources: 'Surse',
    words: 'Cuvintele lecției',
    backToText: 'Înapoi la text',
  },
  en: {
    situation: 'The situation',
    callout: { note: 'Note', important: 'Important', check: 'Look it up' },
    example: 'Example',
    before: 'Before',
    after: 'After',
    checklist: 'Checklist',
    reflection: 'For yourself',
    activity: 'In your class',
    minutes: (count) => (count === 1 ? '1\u00a0minute' : `${count}\u00a0minutes`),
    scenario: 'What would you do?',
    startOver: 'Press a choice once more to close it and try another way.',
    remember: 'To remember',
    tomorrow: 'Try it tomorrow',
    sources: 'Sources',
    words: 'Words of this lesson',
    backToText: 'Back to the text',
  },
  sv: {
    situation: 'Situationen',
    callout: { note: 'Anmärkning', important: 'Viktigt', check: 'Kontrollera själv' },
    example: 'Exempel',
    before: 'Före',
    after: 'Efter',
    checklist: 'Checklista',
    reflection: 'För dig själv',
    activity: 'I din klass',
    minutes: (count) => (count === 1 ? '1\u00a0minut' : `${count}\u00a0minuter`),
    scenario: 'Hur skulle du göra?',
    startOver: 'Tryck en gång till på ett val för att stänga det och pröva något annat.',
    remember: 'Att minnas',
    tomorrow: 'Prova i morgon',
    sources: 'Källor',
    words: 'Lektionens ord',
    backToText: 'Tillbaka till texten',
  },
}

export function useLabels(): Labels {
  return labels[useLocale()]
}
