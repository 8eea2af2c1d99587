import { expect, test } from 'vitest'
import { canonicalMarkup, type MarkupNode } from './same-markup.ts'

const text = (nodeValue: string): MarkupNode => ({ nodeName: '#text', nodeValue, childNodes: [] })
const tag = (name: string, ...childNodes: MarkupNode[]): MarkupNode => ({
  nodeName: name.toUpperCase(),
  nodeValue: null,
  childNodes,
  attributes: [],
})
const same = (one: MarkupNode[], other: MarkupNode[]) =>
  canonicalMarkup(tag('body', ...one)) === canonicalMarkup(tag('body', ...other))

test('b is strong and i is em', () => {
  expect(
    same(
      [tag('p', tag('b', text('x')), tag('i', text('y')))],
      [tag('p', tag('strong', text('x')), tag('em', text('y')))],
    ),
  ).toBe(true)
})

test('white space between blocks is not seen, a space between words is', () => {
  expect(
    same([tag('p', text('a  b')), text('\n'), tag('p', text(' c'))], [tag('p', text('a b')), tag('p', text('c'))]),
  ).toBe(true)
  expect(same([tag('p', text('a b'))], [tag('p', text('ab'))])).toBe(false)
})

test('the only paragraph of an item is the item', () => {
  expect(same([tag('ul', tag('li', text('x')))], [tag('ul', tag('li', tag('p', text('x'))))])).toBe(true)
  expect(
    same([tag('ul', tag('li', text('x')))], [tag('ul', tag('li', tag('p', text('x')), tag('p', text('y'))))]),
  ).toBe(false)
})

test('the break that gives an empty paragraph its height is not seen; one within a paragraph is', () => {
  expect(same([tag('p', tag('br'))], [tag('p')])).toBe(true)
  expect(same([tag('p', text('a'), tag('br'), text('b'))], [tag('p', text('ab'))])).toBe(false)
})

test('a table, a style and a tag that is lost tell two texts apart', () => {
  expect(same([tag('table', tag('tr', tag('td', text('x'))))], [tag('p', text('x'))])).toBe(false)
  expect(same([{ ...tag('span', text('x')), attributes: [{ name: 'style', value: 'color: red' }] }], [text('x')])).toBe(
    false,
  )
  expect(same([text('<b>')], [tag('b')])).toBe(false)
})
