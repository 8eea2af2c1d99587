import { expect, test } from 'vitest'
import { withInertStyles } from './inert-styles.ts'

test('style attributes get another name, words about style do not', () => {
  expect(withInertStyles('<p style="color: red">style="x"</p>')).toBe('<p data-style="color: red">style="x"</p>')
  expect(withInertStyles(`<b title="a"STYLE = 'x' style=y>`)).toBe(`<b title="a"data-style = 'x' data-style=y>`)
})
