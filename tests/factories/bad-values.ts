// Values that no form expects, for every field of every form.
const long = 20_001

export const badValues: readonly string[] = [
  // nothing, and nearly nothing
  '', ' ', '\t', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '0', '-1', 'null', 'undefined', 'NaN', 'true', '[object Object]', '[]', '{}',
  // what PostgreSQL, headers and terminals do not like
  '\0', 'a\0b', '\x01\x02\x1b[31m', 'a\r\nSet-Cookie: x=1', 'a@b.ro\r\nBcc: c@d.ro', '\u2028', '\u202eana', '\u0000\u0000', '\ud800', '\udfff\ud800', '\ufffd', '\uffff',
  // letters
  'Ștefan Țîrlea', 'Ştefan Ţepeş', 'a\u0327\u0326\u0301'.repeat(50), '👩🏽‍🏫', '😀'.repeat(64), '李小龙', 'מורה', 'ﬀ', 'İ', 'ß'.repeat(200), 'ａｎａ＠example.org',
  // long
  'a'.repeat(121), 'a'.repeat(255), 'a'.repeat(1_000), 'a'.repeat(long), 'a '.repeat(long / 2), `${'a'.repeat(250)}@example.org`, `a@${'b.'.repeat(500)}ro`, '@'.repeat(1_000), '.'.repeat(1_000), '-'.repeat(1_000), '('.repeat(5_000),
  // other people's languages
  "' or '1'='1", '"; drop table account; --', '1; select pg_sleep(5)', '%27', '%00', '../../etc/passwd', '..\\..\\', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{constructor.constructor("x")()}}', '${7*7}', '$t(shell:brand)', '{{name}}', '=1+1', '@SUM(A1)', '+40', '|calc', '__proto__', 'constructor', '//evil.example', 'https://evil.example', 'javascript:alert(1)', 'file:///etc/passwd', '/\\evil.example',
  // dates, codes and numbers
  '2026-02-30', '0000-00-00', '9999-12-31', '99999-01-01', '2026-11-22T10:00:00Z', '22.11.2026', '1e309', '-0', '0x10', '9'.repeat(400), '0000000000', '٢٠٢٦-١١-٢٢', 'RO-VS', 'ro', 'RO', 'primary', 'unknown',
]
