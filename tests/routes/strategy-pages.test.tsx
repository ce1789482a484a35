import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '#app/core/kernel/locale.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { listStrategies } from '#app/features/strategy/list-strategies.server.ts'
import { readIndicatorPage } from '#app/features/strategy/read-indicator-page.server.ts'
import { IndicatorReport } from '#app/ui/ministry/indicator-report.tsx'
import { classAt, classesOf, limitsOf } from '#app/ui/ministry/map-classes.ts'
import { Methodology } from '#app/ui/ministry/methodology.tsx'
import { parseSort, sortRows } from '#app/ui/ministry/sort-rows.ts'
import { Reader } from '#app/ui/reader.tsx'
import { enterCertified, enterStaff } from '#tests/factories/ledger.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
await loadReferenceData(world)

async function draw(query = '', { exact = true, locale = 'ro' as Locale } = {}): Promise<string> {
  const answer = await readIndicatorPage(world, new URLSearchParams(query), { exact, locale })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return renderToString(
    <Reader locale={locale}>
      <IndicatorReport path={exact ? '/ministry' : '/indicator'} exact={exact} sort={new URLSearchParams(query).get('sort')} {...answer.page} />
    </Reader>,
  )
}

/** What is read, without tags and with ordinary blanks. */
function words(html: string): string {
  return html.replaceAll(/<!--.*?-->/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}

describe('the page', () => {
  test('of an empty ledger without denominator says that nobody is counted and why there is no rate', async () => {
    const text = words(await draw())
    expect(text).toContain('0 cadre didactice au un certificat valabil. Rata: —')
    expect(text).toContain('nu a fost introdus niciun numitor')
    expect(text).toContain('Nu este stabilită nicio țintă.')
    expect(text).toContain('propunere, neadoptată oficial')
  })

  test('shows the rate with both counts, the date and the source', async () => {
    await enterStaff(world, '2026-09-30', [{ staff: 400 }, { county: 'RO-AB', staff: 1_680 }], 'INS')
    await enterCertified(world, '2026-10', 58)
    await enterCertified(world, '2026-11', 200, { county: 'RO-AB' })
    const html = await draw()
    expect(words(html)).toContain('12,4 % 258 din 2.080 de cadre didactice au un certificat valabil')
    expect(words(html)).toContain('Numitor: 2.080, personalul didactic la 30 septembrie 2026. Sursa: INS.')
    expect(html).toContain('<live-figure src="/api/v1/indicators/teacher-training?from=2026-11&amp;by=residence&amp;denominator=official">')
    for (const [figure, value] of [['percent', '12,4'], ['certified', '258'], ['staff', '2.080']] as const) expect(html).toMatch(new RegExp(`data-figure="${figure}">${value.replace('.', '\\.')}`))
  })

  test('marks the source as the Romanian that it is where the page is not', async () => {
    expect(await draw('', { locale: 'sv' })).toContain('<span lang="ro">INS</span>')
    expect(await draw()).not.toContain('lang="ro"')
  })

  test('of a month that is over does not move', async () => {
    expect(await draw('month=2026-10')).toContain('<live-figure>')
    expect(words(await draw('month=2026-10'))).toContain('Sfârșitul lunii octombrie 2026: cifră provizorie, se închide pe 31 ianuarie 2027.')
  })

  test('advises to check the denominator where more are certified than there are', async () => {
    await enterStaff(world, '2026-10-15', [{ staff: 50 }, { county: 'RO-AB', staff: 100 }])
    const text = words(await draw())
    expect(text).toContain('verifică numitorul.')
    expect(text).toMatch(/Alba 200 100 200,0 % verifică numitorul/)
    await world.db.staffSet.deleteMany({ where: { referenceDate: new Date('2026-10-15') } })
  })

  test('of a county has its figure, its levels and the way back', async () => {
    const html = await draw('county=RO-AB&denominator=official&sort=-certified')
    expect(words(html)).toContain('Alba 11,9 % 200 din 1.680 Înapoi la toată țara')
    expect(words(html)).toContain('Alba, pe niveluri')
    expect(html).toContain('href="/ministry?denominator=official"')
    expect(html).toContain('aria-sort="descending"')
  })

  test('hides from the public what must be hidden and says so', async () => {
    await enterCertified(world, '2026-10', 3, { county: 'RO-BV' })
    const html = await draw('', { exact: false })
    expect(words(html)).toMatch(/Brașov c c c/)
    expect(words(html)).toContain('„c”: cifră confidențială')
    expect(html).toContain('href="/methodology#hidden"')
    expect(words(await draw())).toMatch(/Brașov 3 – –/)
    expect(html).toMatch(/<a href="\/indicator\?by=level&amp;county=RO-BV" aria-label="Brașov: cifră confidențială"><title>.*?<path class="map-county hidden"/)
  })

  test.each(locales)('in %s has every word, no style of its own and each address once in the right place', async (locale) => {
    for (const query of ['', 'by=theme', 'by=level&denominator=registered', 'county=CJ&by=theme', 'month=2026-10&sort=name']) {
      for (const exact of [true, false]) {
        const html = await draw(query, { exact, locale })
        expect(html).not.toMatch(/ style=|<script|undefined|NaN|strategy[:.]|terms:|\{\{/)
        expect(html.match(/<h1[ >]/g)).toHaveLength(1)
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id)
      }
    }
  })

  test('of the method says the rules in every language', async () => {
    for (const locale of locales) {
      const html = renderToString(
        <Reader locale={locale}>
          <Methodology strategies={await listStrategies(world, locale)} />
        </Reader>,
      )
      expect(html).toContain('FCD-1')
      expect(html).toContain('id="hidden"')
      expect(html).not.toMatch(/ style=|undefined|strategy[:.]method|\{\{/)
    }
  })
})

describe('the map’s classes', () => {
  const rows = (values: (number | null)[], measure: 'percent' | 'certified' = 'percent') => values.map((value, index) => ({ key: `RO-${index}`, name: '', certified: null, staff: null, percent: null, suppressed: false, [measure]: value }))

  test('are five, equal, round, from zero to at least the most', () => {
    const classes = classesOf(rows([0, 3.2, 12, null]))!
    expect(limitsOf(classes)).toEqual([[0, 2.5], [2.5, 5], [5, 7.5], [7.5, 10], [10, 12.5]])
    expect([0, 2.4, 2.5, 12.5].map((value) => classAt(value, classes))).toEqual([1, 1, 2, 5])
  })
  test('count people whole where there is no rate', () => expect(limitsOf(classesOf(rows([7, 31], 'certified'))!)).toEqual([[0, 7], [8, 15], [16, 23], [24, 31], [32, 40]]))
  test('are none where nothing is known', () => expect(classesOf(rows([null, null]))).toBe(null))
  test.each([0, 0.1, 1, 5, 9.9, 100, 125])('have room for %d', (most) => {
    const classes = classesOf(rows([most]))!
    expect(limitsOf(classes).at(-1)![1]).toBeGreaterThanOrEqual(most)
    expect(classAt(most, classes)).toBeLessThanOrEqual(5)
  })
})

describe('rows are sorted', () => {
  const row = (name: string, certified: number | null) => ({ key: name, name, certified, staff: null, percent: null, suppressed: certified === null })
  const rows = [row('Vaslui', 3), row('Iași', null), row('Ilfov', 9), row('Șimleu', 1), row('Sibiu', 5)]
  const names = (sort: string) => sortRows(rows, parseSort(sort), 'ro').map(({ name }) => name)

  test('by name in the Romanian alphabet', () => expect(names('name')).toEqual(['Iași', 'Ilfov', 'Sibiu', 'Șimleu', 'Vaslui']))
  test('by figure, what is hidden last in either direction', () => {
    expect(names('-certified')).toEqual(['Ilfov', 'Sibiu', 'Vaslui', 'Șimleu', 'Iași'])
    expect(names('certified')).toEqual(['Șimleu', 'Vaslui', 'Sibiu', 'Ilfov', 'Iași'])
  })
  test('not at all by what is no column', () => expect(names('-nothing')).toEqual(['Vaslui', 'Iași', 'Ilfov', 'Șimleu', 'Sibiu']))
})
