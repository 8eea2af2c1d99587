import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from './html-text.ts'

describe('the words of an HTML text', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<p><br>Desc 7</p>', 'Desc 7'],
    ['<p>one</p><p>two</p>', 'one two'],
    ['one<br/>two', 'one two'],
    ['kick<b>off</b>', 'kickoff'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#x27;', 'a & b <c> "d" \'e\''],
    ['caf&eacute; &ndash; &euro;5&nbsp;&nbsp;net', 'café – €5 net'],
    ['&unknown; &amp &#0;', '&unknown; &amp \uFFFD'],
    ['&amp;lt;', '&lt;'],
    ['  many \n\t blanks  ', 'many blanks'],
    ['<!-- hidden --> shown', 'shown'],
    ['<script>alert("<p>")</script>shown', 'shown'],
    ['<STYLE>p { color: red }</STYLE >shown', 'shown'],
    ['<a title="a > b" href=\'x\'>link</a>', 'link'],
    ['a < b and 5 <6', 'a < b and 5 <6'],
    ['<!DOCTYPE html><p>x', 'x'],
    ['shown <p class="never closed', 'shown'],
    ['shown <script>never closed', 'shown'],
    ['<p><br></p><p>&nbsp;</p>', ''],
    ['', ''],
  ])('of %j are %j', (html, words) => {
    expect(textOfHtml(html)).toBe(words)
  })

  it('are found in one pass, whatever is sent', () => {
    for (const piece of ['<', '<a', '<!--', '<script>', '<a "', '&', '&#', '</', '<a x="\'']) {
      const started = performance.now()
      textOfHtml(piece.repeat(100_000))
      expect(performance.now() - started, piece).toBeLessThan(1000)
    }
  })

  it('never begin or end with a blank', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<p>', '</p>', '<b>', ' ', 'a', '&nbsp;', '<br>', '&lt;') }),
        (html) => {
          const text = textOfHtml(html)
          expect(text).toBe(text.trim())
        },
      ),
    )
  })
})
