// What search engines are told of a course: all that they ask for, and nothing that is not so.
import { expect, test } from 'vitest'
import { useWorld } from '#app/platform/http/world.server.ts'
import { publishTestCourse } from '#tests/factories/published-course.ts'
import { openSite, visitor } from '#tests/setup/site.ts'
import { openTestWorld } from '#tests/setup/world.ts'

const world = await openTestWorld()
useWorld(world)
const site = await openSite('learning')
const { slug } = await publishTestCourse(world, { modules: 2 })

async function readData(locale: 'ro' | 'en') {
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await site.read(`/courses/${slug}`, visitor(locale)))!
  return JSON.parse(data!) as Record<string, unknown> & { syllabusSections: { timeRequired: string }[] }
}

const url = `https://catedra.test/courses/${slug}`
const minutesOf = (duration: unknown) => Number(/^PT(\d+)M$/.exec(String(duration))?.[1])

test('a course has every field that is required of it, and those that are advised', async () => {
  const data = await readData('ro')
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': url,
    url,
    name: expect.stringMatching(/\S/) as string,
    description: expect.stringMatching(/\S/) as string,
    about: 'Pedagogie digitală',
    inLanguage: ['ro', 'en'],
    license: 'https://spdx.org/licenses/CC-BY-4.0.html',
    creditText: 'Echipa Catedra',
    provider: { '@type': 'Organization', name: 'Catedra', url: 'https://catedra.test' },
    isAccessibleForFree: true,
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'RON' },
    teaches: ['Alege instrumentul după obiectiv (1)', 'Alege instrumentul după obiectiv (2)'],
    educationalLevel: [{ '@type': 'DefinedTerm', name: 'B1' }],
    educationalCredentialAwarded: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'certificate' },
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', inLanguage: ['ro', 'en'] },
  })
  expect(new Date(String(data['datePublished'])).getTime()).toBeLessThanOrEqual((await world.clock()).getTime())
})

test('its time is that of the course, and its parts are its modules', async () => {
  const data = await readData('ro')
  expect(minutesOf(data['timeRequired'])).toBe(minutesOf((data['hasCourseInstance'] as Record<string, unknown>)['courseWorkload']))
  // Two lessons of 20 minutes, 25 in class, 15 for the quiz.
  expect(data.syllabusSections.map(({ timeRequired }) => minutesOf(timeRequired))).toEqual([80, 80])
})

test('it is told in the language of the page', async () => {
  const data = await readData('en')
  expect(data).toMatchObject({ about: 'Digital pedagogy', syllabusSections: [{ name: 'Module 1' }, { name: 'Module 2' }] })
})
