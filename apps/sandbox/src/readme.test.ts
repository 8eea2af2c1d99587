import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultSchema } from './faults/fault.ts'
import { routes } from './routes.ts'
import { lookUps, switchesSchema } from './switches.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
/** The cells of every table row. */
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const secondCellOf = (name: string) => rows.find(([first]) => first?.includes(`\`${name}\``))?.[1] ?? ''

test('every switch is documented, its default first', () => {
  for (const [name, value] of Object.entries(switchesSchema.parse({}))) {
    const [first] = secondCellOf(name).replaceAll('`', '').split(', ')
    expect(first, name).toBe(typeof value === 'string' ? value : JSON.stringify(value))
  }
})

test('every look-up that can be absent is named', () => {
  expect(lookUps.filter((lookUp) => !readme.includes(`\`${lookUp}\``))).toEqual([])
})

test('every kind of fault is documented, with all that it takes', () => {
  const aims = ['route', 'effect', 'gsid', 'after', 'times', 'probability', 'seed']
  for (const { shape } of faultSchema.options) {
    const kind = shape.kind.value
    const own = Object.keys(shape).filter((key) => key !== 'kind' && !aims.includes(key))
    expect(
      rows.some(([first]) => first === `\`${kind}\``),
      kind,
    ).toBe(true)
    expect(
      own.filter((key) => !secondCellOf(kind).includes(`\`${key}\``)),
      kind,
    ).toEqual([])
  }
  expect(aims.filter((aim) => !rows.some(([first]) => first?.includes(`\`${aim}\``)))).toEqual([])
})

test('every route is documented with its path and name', () => {
  for (const { name, method, path } of routes) {
    expect(secondCellOf(`${method.toUpperCase()} ${path}`), path).toBe(`\`${name}\``)
  }
})
