import { withInertStyles } from './inert-styles.ts'

/** As much of a DOM node as comparing needs. */
export type MarkupNode = {
  nodeName: string
  nodeValue: string | null
  childNodes: ArrayLike<MarkupNode>
  attributes?: ArrayLike<{ name: string; value: string }>
}

/**
 * Markup in one way of writing it, so that two texts which a reader cannot tell apart become equal: b is strong, i is em, an item's
 * only paragraph is the item, white space that is not seen is gone. Everything else (styles, tables, pictures, odd tags) stays, and so tells them apart.
 */
export function canonicalMarkup(root: MarkupNode): string {
  return childrenOf(root)
}

const sameAs: Record<string, string> = { b: 'strong', i: 'em', strike: 's', del: 's' }
const blocks = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function childrenOf(node: MarkupNode): string {
  return Array.from(node.childNodes, canonical)
    .join('')
    .replaceAll(/\s*(<\/?(?:p|ul|ol|li|blockquote|hr|h[1-6])(?: [^>]*)?>)\s*/g, '$1')
}

function canonical(node: MarkupNode): string {
  const name = node.nodeName.toLowerCase()
  if (name === '#text') return escaped((node.nodeValue ?? '').replaceAll(/[ \t\n\r]+/g, ' '))
  if (name === '#comment') return '<!---->'
  const tag = sameAs[name] ?? name
  const inner = blocks.has(tag) ? withoutLastBreak(childrenOf(node)) : childrenOf(node)
  const content = tag === 'li' ? inner.replace(/^<p>((?:(?!<p>).)*?)<\/p>/s, '$1') : inner
  return tag === 'br' || tag === 'hr'
    ? `<${tag}${attributesOf(node)}>`
    : `<${tag}${attributesOf(node)}>${content}</${tag}>`
}

/** A break at the end of a block is not seen: editors put one into an empty paragraph to give it height. */
const withoutLastBreak = (markup: string) => markup.replace(/<br>$/, '')

function attributesOf({ attributes }: MarkupNode): string {
  return Array.from(attributes ?? [], ({ name, value }) => ` ${name}="${escaped(value)}"`)
    .toSorted()
    .join('')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Whether two HTML texts say and show the same. Nothing in them is run or loaded: they are read into a document of their own. */
export function isSameMarkup(one: string, other: string): boolean {
  const read = (html: string) =>
    canonicalMarkup(new DOMParser().parseFromString(withInertStyles(html), 'text/html').body)
  return read(one) === read(other)
}
