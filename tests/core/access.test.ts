import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { can, roles, type Action, type Actor, type Role } from '#app/core/access/can.ts'
import { foldEmail, readEmail, readName } from '#app/core/access/identity.ts'
import { passwordFault } from '#app/core/access/password.ts'

/** The written matrix: which roles may, and whether a thing of one's own is meant. */
const matrix: Record<Action, { roles: readonly Role[]; ownOnly: boolean }> = {
  'enrolment.use': { roles, ownOnly: true },
  'profile.edit': { roles, ownOnly: true },
  'certificates.list': { roles, ownOnly: true },
  'certificate.revoke': { roles: ['administrator'], ownOnly: false },
  'indicator.exact': { roles: ['analyst', 'administrator'], ownOnly: false },
  'ministry.read': { roles: ['analyst', 'administrator'], ownOnly: false },
  'accounts.merge': { roles: ['administrator'], ownOnly: false },
}
const actions = Object.keys(matrix) as Action[]
const me = 'me'

describe('the rule of access', () => {
  for (const role of roles) {
    for (const action of actions) {
      const { roles: allowed, ownOnly } = matrix[action]
      const actor: Actor = { accountId: 'account', personId: me, role }
      if (ownOnly) {
        test(`${action}: ${role} may with what is theirs and not with what is another's`, () => {
          expect(can(actor, action, { personId: me } as never)).toBe(allowed.includes(role))
          expect(can(actor, action, { personId: 'another' } as never)).toBe(false)
        })
      } else {
        test(`${action}: ${role} ${allowed.includes(role) ? 'may' : 'may not'}`, () => {
          expect(can(actor, action, null as never)).toBe(allowed.includes(role))
        })
      }
    }
  }

  test('nobody may do anything without being signed in', () => {
    for (const action of actions) expect(can(null, action, { personId: me } as never)).toBe(false)
  })
})

describe('a name', () => {
  test.each([
    ['Ștefania-Ioana Țîrlea', 'Ștefania-Ioana Țîrlea'],
    ['  Ana \u00a0 Maria   Pop ', 'Ana Maria Pop'],
    ['Ştefan Ţepeş', 'Ștefan Țepeș'],
    ['S\u0327tefan', 'Ștefan'],
    ['S\u0326tefan', 'Ștefan'],
    ['Kovács Ödön', 'Kovács Ödön'],
    ["Siobhán O'Neill", "Siobhán O'Neill"],
    ['Jean d’Arc', 'Jean d’Arc'],
    ['Ion I. Brătianu', 'Ion I. Brătianu'],
    ['Олена Шевченко', 'Олена Шевченко'],
    ['Ελένη', 'Ελένη'],
    ['李小龙', '李小龙'],
    ['Wu', 'Wu'],
  ])('%j is kept as %j', (typed, name) => {
    expect(readName(typed)).toBe(name)
  })

  test.each(['', ' ', 'A', '-', '...', "'Ana", 'Ana\0Pop', 'Ana\nPop', 'Ana\tPop', 'R2D2', '<b>Ana</b>', 'Ana; drop table', '=1+1', '@Ana', 'Ana 😀', 'Ana\u202ePop', 'Ana\u200bPop', 'Ana\u2028Pop=', '{{name}}', 'a'.repeat(121), '\ud800Ana'])(
    '%j is none',
    (typed) => {
      expect(readName(typed)).toBe(null)
    },
  )

  test('what was read is read again as the same, has no cedilla under s or t, and no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăâîșțşţŞŢé -.\'’\u0327\u0326\u00a0\nZ9'), maxLength: 130 }), (typed) => {
        const name = readName(typed)
        if (name === null) return
        expect(readName(name)).toBe(name)
        expect(name).not.toMatch(/[şŞţŢ\p{Cc}]/u)
      }),
    )
  })
})

describe('an address', () => {
  test.each([
    [' Ana.Pop+curs@Scoala.RO ', 'Ana.Pop+curs@Scoala.RO', 'ana.pop+curs@scoala.ro'],
    ['ａｎａ@example.org', 'ana@example.org', 'ana@example.org'],
    ["o'neill@example.co.uk", "o'neill@example.co.uk", "o'neill@example.co.uk"],
    ['ana@școala.ro', 'ana@școala.ro', 'ana@școala.ro'],
  ])('%j is mailed as %j and compared as %j', (typed, mailed, compared) => {
    expect(readEmail(typed)).toBe(mailed)
    expect(foldEmail(typed)).toBe(compared)
  })

  test.each([
    '', '@', 'a@', '@b.ro', 'ana', 'ana@localhost', 'ana@127.0.0.1', 'ana@[127.0.0.1]', 'a@b.ro,c@d.ro', 'a@b.ro;c@d.ro', 'a@b.ro c@d.ro', 'a@b.ro\nBcc: c@d.ro', 'a@b.ro\r\n\r\nx', 'a\0@b.ro', 'a@b\0.ro',
    'Ana <ana@b.ro>', '"a b"@c.ro', 'a..b@c.ro', '.a@c.ro', 'a.@c.ro', 'a@.ro', 'a@b..ro', 'a@-b.ro', 'a@b-.ro', `${'a'.repeat(65)}@b.ro`, `a@${'b'.repeat(64)}.ro`, `a@${'b.'.repeat(130)}ro`, 'a@b.ro\u200b.', 'ana@b.ro?x', 'ană@b.ro', 'a@b@', '😀@b.ro',
  ])('%j is none', (typed) => {
    expect(readEmail(typed)).toBe(null)
  })
})

describe('a new password', () => {
  test.each([
    ['scurta', 'short'],
    ['', 'short'],
    ['a'.repeat(129), 'long'],
    ['😀'.repeat(129), 'long'],
    ['Parola12345', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['121212121212', 'common'],
    ['Ana@Example.org', 'common'],
    ['Ana Popescu', 'common'],
    ['anapopescu', 'common'],
    ['catedra-demo', null],
    ['corect cal baterie', null],
    ['ﬁreștee lungă', null],
    ['x'.repeat(120) + 'abcdefgh', null],
  ] as const)('%j: %s', (password, fault) => {
    expect(passwordFault(password, ['ana@example.org', 'Ana Popescu'])).toBe(fault)
  })
})
