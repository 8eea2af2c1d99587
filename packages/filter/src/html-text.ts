/**
 * The words of an HTML text, as a person reads them: tags, comments, scripts and styles gone, entities written out,
 * any run of white space one blank. What conditions on HTML fields and the search look at. One pass, whatever is sent.
 */
export function textOfHtml(html: string): string {
  const lower = html.toLowerCase()
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    text += html.slice(at, open === -1 ? html.length : open)
    if (open === -1) break
    const markup = readMarkup(html, lower, open)
    text += markup.text
    at = markup.end
  }
  return decodeEntities(text).replace(/\s+/g, ' ').trim()
}

/** What stands at a `<`, and where it ends. Whatever is never closed hides the rest, as in a browser. */
function readMarkup(html: string, lower: string, open: number): { text: string; end: number } {
  if (html.startsWith('<!--', open)) return { text: '', end: after(html, '-->', open + 4) }
  if (/[!?]/.test(html.charAt(open + 1))) return { text: '', end: after(html, '>', open) }
  if (!/^<\/?[a-z]/.test(lower.slice(open, open + 3))) return { text: '<', end: open + 1 }
  const name = /[a-z][^\s/>]{0,20}/.exec(lower.slice(open + 1, open + 24))?.[0] ?? ''
  const end = endOfTag(html, open)
  const isHidden = hiddenTags.has(name) && html.charAt(open + 1) !== '/'
  if (isHidden) return { text: '', end: before(lower, `</${name}`, end) }
  return { text: inlineTags.has(name) ? '' : ' ', end }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function before(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found
}

/** Just behind the tag's `>`; one inside a quoted attribute does not count. */
function endOfTag(html: string, open: number): number {
  const tag = /(?:"[^"]*"|'[^']*'|[^'">])*>/y
  tag.lastIndex = open
  return tag.test(html) ? tag.lastIndex : html.length
}

const hiddenTags = new Set(['script', 'style', 'template', 'title', 'textarea', 'noscript', 'iframe'])

/** Tags that stand within a word or a line; every other one parts the words around it. */
const inlineTags = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** The named characters of Latin-1 in the order of their codes, from 160 on. */
const latin1 =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
  Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
  ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/)

const named = new Map<string, string>([
  ...latin1.map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({ bull: '•', hellip: '…', euro: '€', trade: '™', larr: '←', rarr: '→', le: '≤', ge: '≥', ne: '≠' }),
])

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,30}));/gi, (whole, decimal, hex, name) => {
    if (name) return named.get(name) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
  })
}
