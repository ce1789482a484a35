import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#app/core/access/can.ts'
import type { IndicatorView } from '#app/core/strategy/indicator-view.ts'
import { loadReferenceData } from '#app/features/registry/load-reference-data.server.ts'
import { inRequest } from '#app/platform/http/request-scope.server.ts'
import { beginSession } from '#app/platform/http/session.server.ts'
import { useWorld } from '#app/platform/http/world.server.ts'
import * as indicators from '#app/routes/strategy/api-indicators.ts'
import * as notFound from '#app/routes/strategy/api-not-found.ts'
import * as openapi from '#app/routes/strategy/api-openapi.ts'
import * as csv from '#app/routes/strategy/api-teacher-training-csv.ts'
import * as json from '#app/routes/strategy/api-teacher-training.ts'
import * as publicPage from '#app/routes/strategy/indicator-page.tsx'
import * as methodology from '#app/routes/strategy/methodology.tsx'
import * as ministry from '#app/routes/strategy/ministry.tsx'
import { badValues } from '#tests/factories/bad-values.ts'
import { enterCertified, enterStaff } from '#tests/factories/ledger.ts'
import { createActor } from '#tests/factories/person.ts'
import { at, caught } from '#tests/setup/requests.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
await loadReferenceData(world)

const ADDRESS = '/api/v1/indicators/teacher-training'
const cookies = new Map<Role, string>()

beforeAll(async () => {
  for (const role of ['teacher', 'trainer', 'analyst', 'administrator'] as const) {
    const { accountId } = await createActor(world, role)
    cookies.set(role, (await beginSession(at('/').request, accountId)).split(';')[0]!)
  }
  await enterStaff(world, '2026-09-30', [{ staff: 100 }, { residence: 'rural', staff: 90 }, { county: 'RO-AB', staff: 300 }], '=HYPERLINK("http://evil.example","INS")')
  await enterCertified(world, '2026-10', 30)
  await enterCertified(world, '2026-10', 3, { residence: 'rural' })
  await enterCertified(world, '2026-10', 70, { county: 'RO-AB' })
})

const as = (role: Role) => ({ cookie: cookies.get(role)! })
const ask = (query = '', headers: Record<string, string> = {}) => inRequest('::1', () => json.loader(at(`${ADDRESS}${query}`, headers)))
const viewOf = async (answer: Response) => (await answer.json()) as IndicatorView

describe('the JSON', () => {
  test('is public, fresh for two seconds, and knows itself by its tag until a figure changes', async () => {
    const answer = await ask('?month=2026-10')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=2')
    expect(answer.headers.get('vary')).toContain('Cookie')
    expect(await viewOf(answer)).toMatchObject({ indicator: 'teacher-training', code: 'FCD-1', month: '2026-10', national: { certified: 103, staff: 490, percent: 21 } })
    const tag = answer.headers.get('etag')!
    world.setNow('2026-11-22T10:00:07Z')
    const again = await ask('?month=2026-10', { 'if-none-match': `"other", ${tag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await enterCertified(world, '2026-10', 5, { county: 'RO-AB' })
    expect((await ask('?month=2026-10', { 'if-none-match': tag })).status).toBe(200)
  })

  test('is exact for analysts and administrators alone, and stays with them', async () => {
    for (const role of ['analyst', 'administrator'] as const) {
      const answer = await ask('?by=residence&county=CJ', as(role))
      expect((await viewOf(answer)).breakdown.map(({ certified }) => certified)).toEqual([30, 3])
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.has('etag')).toBe(false)
    }
    for (const headers of [{}, as('teacher'), as('trainer'), { cookie: '__Host-session=nobody' }]) {
      const answer = await ask('?by=residence&county=CJ', headers)
      expect((await viewOf(answer)).breakdown.map(({ certified, suppressed }) => [certified, suppressed])).toEqual([[null, true], [null, true]])
      expect(answer.headers.get('cache-control')).toMatch(/^public/)
    }
  })

  test('of an address that is none is a problem that says where they are listed', async () => {
    const answer = notFound.loader()
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 404, title: 'Not Found' })
  })

  test('is there to be read and nothing else', async () => {
    for (const { action } of [json, csv, indicators, openapi]) {
      const answer = action()
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})

const bad: [string, string][] = [
  ['month=2026-12', 'month'], ['month=2027-01', 'month'], ['month=9999-12', 'month'], ['month=2020-12', 'month'], ['month=0000-01', 'month'], ['month=', 'month'], ['month=2026', 'month'],
  ['month=2026-13', 'month'], ['month=2026-00', 'month'], ['month=2026-1', 'month'], ['month=2026-10-01', 'month'], ['month=10/2026', 'month'], ['month=2026-10%0A', 'month'],
  ['month=%202026-10', 'month'], ['month=٢٠٢٦-١٠', 'month'], ['month=now', 'month'], ['month=-2026-10', 'month'], ['month=2026-10&month=2026-09', 'month'], ['month[]=2026-10&month=', 'month'],
  ['from=2020-12', 'from'], ['from=2026-12', 'from'], ['month=2026-05&from=2026-06', 'from'], ['from=', 'from'], ['from=x', 'from'],
  ['by=', 'by'], ['by=school', 'by'], ['by=County', 'by'], ['by=county,level', 'by'], ['by=__proto__', 'by'], ['by=constructor', 'by'], ['by=region&county=CJ', 'by'], ['by=level&by=region', 'by'],
  ['county=', 'county'], ['county=XX', 'county'], ['county=cj', 'county'], ['county=Cluj', 'county'], ['county=RO', 'county'], ['county=unknown', 'county'], ['county=RO-CJ%00', 'county'], ["county=CJ'--", 'county'],
  ['county=CJ&county=AB', 'county'], ['denominator=', 'denominator'], ['denominator=both', 'denominator'], ['denominator=Official', 'denominator'],
]

describe('a question that cannot be answered', () => {
  test.each(bad)('%s is refused with the field and the reason', async (query, field) => {
    for (const loader of [json.loader, csv.loader]) {
      const answer = await loader(at(`${ADDRESS}?${query}`))
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const { errors, ...problem } = (await answer.json()) as { errors: { field: string; reason: string }[] }
      expect(problem).toEqual({ type: 'about:blank', title: 'Bad Request', status: 400, detail: 'The question cannot be answered as it is put.' })
      expect(errors.map((error) => error.field)).toContain(field)
      expect(errors.every(({ reason }) => reason.length > 10)).toBe(true)
    }
  })

  test('is refused whatever it is', async () => {
    for (const field of ['month', 'from', 'by', 'county', 'denominator']) {
      for (const value of badValues) {
        const { status } = await ask(`?${new URLSearchParams({ [field]: value }).toString()}`)
        // Two of the strange values are a county and nothing strange.
        expect([400, field === 'county' ? 200 : 400], `${field}=${value.slice(0, 40)}`).toContain(status)
      }
    }
  })

  test('is a page of its own for people', async () => {
    expect((await caught(publicPage.loader(at('/indicator?month=2026-13')))).status).toBe(400)
    expect((await caught(publicPage.loader(at('/indicator?county=XX')))).status).toBe(400)
    expect((await caught(ministry.loader(at('/ministry?by=x', as('analyst'))))).status).toBe(400)
  })
})

describe('the CSV', () => {
  const read = async (query = '', headers = {}) => {
    const answer = await csv.loader(at(`${ADDRESS}.csv${query}`, headers))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    return { answer, lines: text.split('\r\n') }
  }

  test('has the country and its parts, the denominator and the rule with each', async () => {
    const { answer, lines } = await read('?month=2026-10&by=residence')
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="FCD-1-2026-10-residence.csv"')
    expect(lines[0]).toMatch(/^\uFEFF"code","definition_version",.*"certified","staff","percent","suppressed","methodology","licence"$/)
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain('"country",,"RO","România",108,490,22,false,"https://catedra.test/methodology","CC BY 4.0"')
    expect(lines[4]).toBe('')
  })

  test('calculates nothing when a spreadsheet opens it', async () => {
    const { lines } = await read('?month=2026-10')
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""INS"")"`)
    expect(lines.join('\n')).not.toMatch(/(^|,)"?[=+\-@]/m)
  })

  test('is as protected as the JSON', async () => {
    const query = '?month=2026-10&by=residence&county=CJ'
    expect((await read(query)).lines[2]).toContain('"urban","Urban",,,,true')
    expect((await read(query, as('analyst'))).lines[2]).toContain('"urban","Urban",30,100,30,false')
  })
})

describe('the description', () => {
  type Schema = { [key: string]: unknown; properties?: Record<string, Schema>; required?: string[]; items?: Schema; $ref?: string; type?: string | string[]; enum?: unknown[]; const?: unknown; pattern?: string }
  type Operation = { operationId: string; parameters: { name: string; in: string; schema: Schema }[]; responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }> }
  type Document = { openapi: string; info: { title: string; version: string }; servers: { url: string }[]; paths: Record<string, { get: Operation }>; components: { schemas: Record<string, Schema> } }
  const describeApi = async () => (await openapi.loader(at('/api/v1/openapi.json')).json()) as Document

  /** What of the value the schema does not allow. */
  function faults(value: unknown, schema: Schema, document: Document, path = ''): string[] {
    if (schema.$ref) return faults(value, document.components.schemas[schema.$ref.split('/').at(-1)!]!, document, path)
    if ('const' in schema) return value === schema.const ? [] : [`${path} is not ${String(schema.const)}`]
    const types = [schema.type ?? []].flat()
    const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'number' && Number.isInteger(value) && types.includes('integer') ? 'integer' : typeof value
    if (types.length > 0 && !types.includes(actual)) return [`${path} is ${actual}, not ${types.join(' or ')}`]
    if (schema.enum && !schema.enum.includes(value)) return [`${path} is not one of ${schema.enum.join(', ')}`]
    if (schema.pattern && !new RegExp(schema.pattern).test(String(value))) return [`${path} does not match`]
    if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, schema.items!, document, `${path}/${index}`))
    if (actual !== 'object') return []
    const given = value as Record<string, unknown>
    const properties = schema.properties ?? {}
    return [
      ...(schema.required ?? []).filter((key) => !(key in given)).map((key) => `${path}/${key} is missing`),
      ...Object.keys(given).filter((key) => schema['additionalProperties'] === false && !(key in properties)).map((key) => `${path}/${key} is not described`),
      ...Object.entries(given).flatMap(([key, item]) => (properties[key] ? faults(item, properties[key], document, `${path}/${key}`) : [])),
    ]
  }

  test('is an OpenAPI document of every address under /api/v1', async () => {
    const document = await describeApi()
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Catedra', version: '1' })
    expect(document.servers).toEqual([{ url: 'https://catedra.test' }])
    expect(Object.keys(document.paths)).toEqual(['/api/v1/indicators', ADDRESS, `${ADDRESS}.csv`, '/api/v1/openapi.json'])
    const operations = Object.values(document.paths).map(({ get }) => get)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { responses, parameters } of operations) {
      expect(responses['200']!.content).toBeDefined()
      for (const response of Object.values(responses)) expect(response.description).not.toBe('')
      for (const parameter of parameters) expect(parameter).toMatchObject({ in: 'query', schema: { type: 'string' } })
    }
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name!)
  })

  test('is true of what is answered', async () => {
    const document = await describeApi()
    const schemaOf = (path: string, status: string, type: string) => document.paths[path]!.get.responses[status]!.content![type]!.schema
    for (const query of ['', '?by=theme&denominator=registered', '?month=2026-10&by=residence&county=CJ']) {
      expect(faults(await (await ask(query)).json(), schemaOf(ADDRESS, '200', 'application/json'), document)).toEqual([])
    }
    expect(faults(await (await ask('?month=x')).json(), schemaOf(ADDRESS, '400', 'application/problem+json'), document)).toEqual([])
    const list = await (await indicators.loader(at('/api/v1/indicators'))).json()
    expect(faults(list, schemaOf('/api/v1/indicators', '200', 'application/json'), document)).toEqual([])
    expect(document.paths[ADDRESS]!.get.parameters.map(({ name }) => name)).toEqual(['month', 'from', 'by', 'county', 'denominator'])
  })
})

describe('the pages', () => {
  test('of the ministry are for analysts and administrators', async () => {
    expect((await caught(ministry.loader(at('/ministry')))).headers.get('location')).toBe('/login?next=%2Fministry')
    for (const role of ['teacher', 'trainer'] as const) expect((await caught(ministry.loader(at('/ministry', as(role))))).status).toBe(403)
    for (const role of ['analyst', 'administrator'] as const) expect((await ministry.loader(at('/ministry', as(role)))).status).toBe(200)
  })

  test('show an analyst exact figures under /ministry and the public’s under /indicator', async () => {
    const query = '?county=RO-CJ&by=residence'
    const exact = await (await ministry.loader(at(`/ministry${query}`, as('analyst')))).json()
    expect(exact.page.view.breakdown.map(({ certified }) => certified)).toEqual([30, 3])
    const shown = await (await publicPage.loader(at(`/indicator${query}`, as('analyst')))).json()
    expect(shown.page.view.breakdown.every(({ suppressed }) => suppressed)).toBe(true)
    expect(shown.page.byCounty).toHaveLength(42)
  })

  test('take a form with everything left open, and of a county show the levels', async () => {
    const open = await (await publicPage.loader(at('/indicator?by=county&county=&month=&denominator='))).json()
    expect(open.page.asked).toEqual({ by: 'county' })
    expect(open.page.months[0]).toBe('2026-11')
    for (const by of ['county', 'region']) {
      const county = await (await publicPage.loader(at(`/indicator?by=${by}&county=CJ`))).json()
      expect(county.page.asked).toEqual({ by: 'level', county: 'RO-CJ' })
    }
  })

  test('of the method list the strategies with what is measured', async () => {
    const { strategies } = await (await methodology.loader(at('/methodology'))).json()
    const smartEdu = strategies.find(({ id }) => id === 'smart-edu-2021-2027')!
    expect(smartEdu.status).toBe('proposed')
    expect(smartEdu.items.filter(({ isMeasured }) => isMeasured).map(({ id }) => id)).toEqual(['SE-P02'])
  })
})
