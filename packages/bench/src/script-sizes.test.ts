import { expect, test } from 'vitest'
import { overBudget, sizesOf } from '../../../scripts/script-sizes.mjs'

const manifest = {
  'index.html': { file: 'first.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'shared.js' },
  '_form.js': { file: 'form.js', imports: ['_shared.js'] },
  'src/routes/changes.tsx?tsr-split=component': {
    file: 'changes.js',
    imports: ['_form.js', '_shared.js'],
    isDynamicEntry: true,
  },
  'src/routes/tokens.tsx?tsr-split=component': { file: 'tokens.js', imports: ['_form.js'], isDynamicEntry: true },
}
const bytes: Record<string, number> = {
  'first.js': 100,
  'shared.js': 20,
  'form.js': 30,
  'changes.js': 5,
  'tokens.js': 4,
}
const sizes = () =>
  sizesOf(manifest, { first: 119, later: 34, over: { 'routes/changes.tsx': 36 } }, (file) => bytes[file] ?? 0)

test('a screen takes what it imports, but for what came before the first rows', () => {
  expect(sizes()).toEqual([
    { screen: 'before the first rows', bytes: 120, budget: 119 },
    { screen: 'routes/changes.tsx', bytes: 35, budget: 36 },
    { screen: 'routes/tokens.tsx', bytes: 34, budget: 34 },
  ])
})

test('what is over its budget is said', () => {
  expect(overBudget(sizes())).toEqual(['before the first rows: 120 bytes of script, 1 over its budget.'])
})
