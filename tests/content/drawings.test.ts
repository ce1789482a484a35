// Drawings written to run code, to reach out or to take a page apart, and drawings as they should be.
import { expect, test } from 'vitest'
import { inspectDrawing, writeDrawing } from '#app/platform/drawing.server.ts'

const svg = (body: string, attributes = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200"') => `<svg ${attributes}>\n${body}\n</svg>`
const mark = '<defs><marker id="tip" orient="auto"><path class="ink" d="M0 0 10 5 0 10z"/></marker></defs>'

test.each([
  ['a script', svg('<script>alert(1)</script>'), '2:1 <script> cannot stand in a drawing.'],
  ['a script in another namespace', svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'), '2:1 <x:script> cannot stand in a drawing.'],
  ['a style', svg('<style>@import url(https://example.org)</style>'), '2:1 <style> cannot stand in a drawing.'],
  ['a style attribute', svg('<path d="M0 0" style="fill:url(https://example.org)"/>'), '2:1 <path> has an attribute "style".'],
  ['HTML', svg('<foreignObject><p>x</p></foreignObject>'), '2:1 <foreignObject> cannot stand in a drawing.'],
  ['a handler', svg('<rect onload="alert(1)"/>'), '2:1 <rect> has an attribute "onload".'],
  ['a handler on the drawing', svg('', 'viewBox="0 0 200 200" onload="alert(1)"'), '1:1 <svg> has an attribute "onload".'],
  ['a link', svg('<a href="javascript:alert(1)"><text x="1" y="1">x</text></a>'), '2:1 <a> cannot stand in a drawing.'],
  ['an old link', svg('<text xlink:href="javascript:alert(1)">x</text>'), '2:1 <text> has an attribute "xlink:href".'],
  ['a picture from elsewhere', svg('<image href="https://example.org/x.png"/>'), '2:1 <image> cannot stand in a drawing.'],
  ['a use of something else', svg('<use href="#content"/>'), '2:1 <use> cannot stand in a drawing.'],
  ['an animation', svg('<rect><animate attributeName="href" to="javascript:alert(1)"/></rect>'), '2:7 <animate> cannot stand in a drawing.'],
  ['a set', svg('<set attributeName="onmouseover" to="alert(1)"/>'), '2:1 <set> cannot stand in a drawing.'],
  ['a filter', svg('<filter><feImage href="https://example.org"/></filter>'), '2:1 <filter> cannot stand in a drawing.'],
  ['a colour of its own', svg('<rect fill="#f00"/>'), '2:1 <rect> has an attribute "fill".'],
  ['a class of the page', svg('<rect class="masthead"/>'), '2:1 "class" of <rect> is "masthead".'],
  ['a class beside a known one', svg('<rect class="ink visually-hidden"/>'), '2:1 "class" of <rect> is "ink visually-hidden".'],
  ['an id that the page has', svg('<g id="content"/>'), '2:1 <g> has an attribute "id".'],
  ['an id twice', svg(`${mark}\n${mark}`), '3:7 The id "tip" stands here a second time.'],
  ['an arrowhead from elsewhere', svg('<line x1="0" marker-end="url(https://example.org/x.svg#tip)"/>'), '2:1 "marker-end" of <line> is "url(https://example.org/x.svg#tip)".'],
  ['an arrowhead that is not there', svg('<line x1="0" marker-end="url(#tip)"/>'), '2:1 No <marker> has the id "tip".'],
  ['a name that all objects have', svg('<constructor/>'), '2:1 <constructor> cannot stand in a drawing.'],
  ['an attribute that all objects have', svg('<g toString="x"/>'), '2:1 <g> has an attribute "toString".'],
  ['a number beyond all', svg('<circle cx="9999999" cy="1" r="1"/>'), '2:1 "cx" of <circle> is "9999999".'],
  ['a number with a unit', svg('<circle cx="1" cy="1" r="100vw"/>'), '2:1 "r" of <circle> is "100vw".'],
  ['no number', svg('<rect width="NaN"/>'), '2:1 "width" of <rect> is "NaN".'],
  ['a path with other signs', svg('<path d="M0 0<script>"/>'.replace('<script>', '&lt;script>')), '2:1 "d" of <path> is "M0 0<script>".'],
  ['a path beyond all', svg('<path d="M0 0 L99999 0"/>'), '2:1 "d" of <path> is "M0 0 L99999 0".'],
  ['a transformation of another kind', svg('<g transform="matrix(1 0 0 1 0 0)"/>'), '2:1 "transform" of <g> is "matrix(1 0 0 1 0 0)".'],
  ['words outside a text', svg('Ceva.'), '1:63 Words stand outside <text>.'],
  ['words in a shape', svg('<rect>Ceva.</rect>'), '2:7 Words stand outside <text>.'],
  ['data that is not parsed', svg('<text x="1" y="1"><![CDATA[<script>]]></text>'), '2:19 A cdata stands in the drawing.'],
  ['a document type', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${svg('<text x="1" y="1">a</text>')}`, '1:1 A doctype stands in the drawing.'],
  ['an entity of its own', `<!DOCTYPE svg [<!ENTITY x "y">]>\n${svg('<text x="1" y="1">&x;</text>')}`, '3:19 Named entity isn\'t defined: &x;.'],
  ['a drawing in a drawing', svg(svg('')), '2:1 <svg> cannot stand in <svg>.'],
  ['a line of text by itself', svg('<tspan>x</tspan>'), '2:1 <tspan> cannot stand in <svg>.'],
  ['an arrowhead outside its place', svg('<marker id="a"/>'), '2:1 <marker> cannot stand in <svg>.'],
  ['something else than a drawing', '<html><body/></html>', '1:1 <html> cannot stand in a drawing.'],
  ['a shape without a drawing', '<rect/>', '1:1 <rect> cannot stand by itself.'],
  ['no measure', svg('', 'xmlns="http://www.w3.org/2000/svg"'), '1:1 <svg> has no "viewBox".'],
  ['a drawing too wide for a telephone', svg('', 'viewBox="0 0 800 400"'), '1:1 "viewBox" of <svg> is "0 0 800 400".'],
  ['a drawing without height', svg('', 'viewBox="0 0 200 0"'), '1:1 "viewBox" of <svg> is "0 0 200 0".'],
  ['another namespace', svg('', 'xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 200 200"'), '1:1 "xmlns" of <svg> is "http://www.w3.org/1999/xhtml".'],
  ['a tag that is not closed', svg('<g>'), '3:1 Missing end tag for element g.'],
  ['an attribute twice', svg('<g class="ink" class="soft"/>'), '2:28 Duplicate attribute: class.'],
  ['an attribute without marks', svg('<g class=ink/>'), '2:10 Attribute value expected.'],
  ['nothing', '', '1:1 Root element is missing or invalid.'],
  ['text', 'desen', '1:1 Root element is missing or invalid.'],
])('%s is refused where it stands', (_name, source, fault) => {
  expect(inspectDrawing(source).map(({ line, column, message }) => `${line}:${column} ${message}`)).toContain(fault)
  expect(() => writeDrawing(source, { alt: 'x', prefix: 'd' })).toThrow('not a drawing')
})

test.each([
  ['elements', svg(`${'<g>'.repeat(2_000)}${'</g>'.repeat(2_000)}`)],
  ['brackets', '<'.repeat(20_000)],
  ['attributes', svg(`<g ${Array.from({ length: 2_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`)],
  ['numbers', svg(`<path d="M${'0 '.repeat(9_000)}x"/>`)],
  ['turns', svg(`<g transform="${'rotate(1) '.repeat(1_900)}x"/>`)],
  ['spaces', svg(`<g class="${' '.repeat(18_000)}x" transform="${' '.repeat(1_000)}x"/>`)],
])('%s without end are refused within a second', (_name, source) => {
  const begun = performance.now()
  expect(inspectDrawing(source).length).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(1_000)
})

const honest = svg(`<title>Un drum</title><!-- drumul -->
${mark}
<g class="line dashed" transform="translate(10 10) rotate(-90)"><path d="M0 0 a1.5 1.5 0 0 1 3-.5z" marker-end="url(#tip)"/></g>
<rect class="marked line-soft" x="1" y="2" width="30" height="10" rx="2"/><circle cx="1" cy="1" r="1"/><ellipse cx="1" cy="1" rx="1" ry="2"/>
<line class="line-accent" x1="0" y1="0" x2="1" y2="1"/><polyline points="0,0 1,1 2,0"/><polygon points="0 0 1 1 2 0"/>
<text class="small strong" x="4" y="-5.5" text-anchor="middle">Școală &amp; &lt;clasă&gt; <tspan dx="2" class="soft">mică</tspan></text>`)

test('a drawing of all that there is has no fault', () => {
  expect(inspectDrawing(honest)).toEqual([])
  expect(inspectDrawing(`<?xml version="1.0" encoding="UTF-8"?>\n${honest}`)).toEqual([])
})

test('a drawing is one picture with a name, its words are text and its ids its own', () => {
  const html = writeDrawing(honest, { alt: 'Un drum "scurt" <cu> o săgeată', prefix: 'drawing7' })
  expect(html).toMatch(/^<svg viewBox="0 0 360 200" class="drawing" role="img" aria-label="Un drum &#x22;scurt&#x22; &#x3C;cu> o săgeată" focusable="false">/)
  expect(html).toContain('<marker id="drawing7-tip" orient="auto">')
  expect(html).toContain('marker-end="url(#drawing7-tip)"')
  expect(html).toContain('Școală &#x26; &#x3C;clasă> <tspan')
  expect(html).not.toMatch(/<title|<!--|xmlns|<\?xml/)
})
