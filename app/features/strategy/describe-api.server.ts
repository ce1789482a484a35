// OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1) of every address under /api/v1.
import { levels, residences, themes } from '#app/core/kernel/dimensions.ts'
import { breakdowns, denominatorModes, EARLIEST_MONTH } from '#app/core/strategy/indicator-query.ts'
import { monthStates } from '#app/core/strategy/indicator-view.ts'
import type { World } from '#app/platform/world.server.ts'

type Json = { [key: string]: unknown }

const month = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-10'] }
const countOrNull = { type: ['integer', 'null'], minimum: 0 }
const percentOrNull = { type: ['number', 'null'], minimum: 0, description: 'One decimal, rounded half up; not cut at 100.' }

function object(properties: Json, description?: string): Json {
  return { type: 'object', ...(description && { description }), properties, required: Object.keys(properties), additionalProperties: false }
}

function parameter(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', required: false, description, schema }
}

const queryParameters = [
  parameter('month', `Figures at the end of this month (Europe/Bucharest), from ${EARLIEST_MONTH} on; the current month so far when absent.`, month),
  parameter('from', 'First month of the series; twelve months before when absent.', month),
  parameter('by', 'What the breakdown is by. Parts add up to the whole, but for themes, which overlap.', { type: 'string', enum: [...breakdowns], default: 'county' }),
  parameter('county', 'Narrows the breakdown to a county: ISO 3166-2 code or its two letters. Not together with by=region.', { type: 'string', examples: ['RO-CJ', 'CJ'] }),
  parameter('denominator', 'official: the entered teaching staff; registered: teachers registered in Catedra. Never mixed.', { type: 'string', enum: [...denominatorModes], default: 'official' }),
]

const schemas: Json = {
  Indicator: object(
    {
      indicator: { const: 'teacher-training' },
      code: { type: 'string', examples: ['FCD-1'] },
      definitionVersion: { type: 'integer' },
      strategy: { type: ['string', 'null'], examples: ['smart-edu-2021-2027'] },
      strategyStatus: { type: ['string', 'null'], examples: ['proposed'] },
      month,
      state: { type: 'string', enum: [...monthStates], description: 'current: not over; provisional: may change until the end of the third month after; final: does not change.' },
      asOf: { type: 'string', format: 'date-time' },
      denominator: object({ mode: { type: 'string', enum: [...denominatorModes] }, date: { type: ['string', 'null'], format: 'date' }, source: { type: ['string', 'null'] } }),
      national: object({ certified: countOrNull, staff: countOrNull, percent: percentOrNull, target: { type: ['number', 'null'], description: 'Percent, of the year; null where none is set.' } }),
      series: { type: 'array', items: object({ month, certified: countOrNull, newlyCertified: countOrNull, certificatesIssued: countOrNull }) },
      breakdown: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
    },
    'FCD-1: distinct teachers with a valid qualifying certificate at the end of the month. Null is what is not known or not said, never nothing.',
  ),
  Part: object(
    {
      key: { type: 'string', description: `A county (RO-CJ), a region (RO11), one of ${[...residences, ...levels, ...themes].join(', ')}, or unknown.` },
      name: { type: 'string' },
      certified: countOrNull,
      staff: countOrNull,
      percent: percentOrNull,
      suppressed: { type: 'boolean', description: 'Hidden so that nobody can be recognised (rule R-9); its figures are null.' },
    },
  ),
  IndicatorEntry: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      name: { type: 'string' },
      unit: { type: 'string' },
      kind: { type: 'string', enum: ['stock', 'flow'] },
      isHeadline: { type: 'boolean' },
      strategy: { type: 'string' },
      strategyStatus: { type: 'string' },
      item: { type: ['string', 'null'] },
      url: { type: 'string', format: 'uri', description: 'Where its figures are; absent where none of its own are published.' },
    },
    required: ['code', 'name', 'unit', 'kind', 'isHeadline', 'strategy', 'strategyStatus', 'item'],
    additionalProperties: false,
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457.',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      errors: { type: 'array', items: object({ field: { type: 'string' }, reason: { type: 'string' } }) },
    },
    required: ['type', 'title', 'status', 'detail'],
  },
}

const problemAnswer = (description: string): Json => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

type Traits = {
  parameters?: Json[]
  /** Some questions cannot be answered. */
  refuses?: boolean
  /** Who shows a token is answered more exactly. */
  isExact?: boolean
}

function get(operationId: string, summary: string, content: Json, { parameters = [], refuses = false, isExact = false }: Traits = {}): Json {
  const headers = { etag: { schema: { type: 'string' } }, 'cache-control': { schema: { type: 'string' } } }
  return {
    get: {
      operationId,
      summary,
      parameters,
      security: [{}, ...(isExact ? [{ analystToken: [] }] : [])],
      responses: {
        200: { description: 'The answer.', headers, content },
        304: { description: 'Nothing has changed since the answer with that tag.' },
        ...(refuses && { 400: problemAnswer('A field is wrong; each is named with the reason.') }),
        ...(isExact && { 401: { ...problemAnswer('The token is not known, has ended, was revoked, or its owner may no longer see exact figures.'), headers: { 'www-authenticate': { schema: { type: 'string' } } } } }),
        429: problemAnswer('Too many questions in a minute.'),
      },
    },
  }
}

export function describeApi({ publicUrl }: Pick<World, 'publicUrl'>): Json {
  const indicator = { schema: { $ref: '#/components/schemas/Indicator' } }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Catedra',
      version: '1',
      description: 'Public figures of the digital training of teachers. Small cells are suppressed; exact figures need the token of an analyst, who makes it on /ministry/tokens: such answers are private and never cached.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: publicUrl }],
    paths: {
      '/api/v1/indicators': get('listIndicators', 'The indicators of the strategies.', {
        'application/json': { schema: object({ indicators: { type: 'array', items: { $ref: '#/components/schemas/IndicatorEntry' } } }) },
      }, { isExact: true }),
      '/api/v1/indicators/teacher-training': get('readTeacherTraining', 'The teacher-training indicator.', { 'application/json': indicator }, { parameters: queryParameters, refuses: true, isExact: true }),
      '/api/v1/indicators/teacher-training.csv': get(
        'readTeacherTrainingCsv',
        'The same as a table: the whole country, then its parts.',
        { 'text/csv': { schema: { type: 'string', description: 'RFC 4180, UTF-8 with byte order mark.' } } },
        { parameters: queryParameters, refuses: true, isExact: true },
      ),
      '/api/v1/openapi.json': get('describeApi', 'This description.', { 'application/json': { schema: { type: 'object' } } }),
    },
    components: { schemas, securitySchemes: { analystToken: { type: 'http', scheme: 'bearer', bearerFormat: 'catedra_…' } } },
  }
}
