/** A word of a text as searches compare it, and where it stands in the text. */
export type TextWord = { word: string; start: number; end: number }

/** Scripts that put no blanks between words: each of their letters is a word by itself. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const wordPattern = new RegExp(`[${unspaced}]\\p{M}*|[[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]+`, 'gv')

/** Nobody types more of a word, and no index likes longer ones. */
const longestWord = 64

/** The words of a text in their order. Whatever is neither letter nor digit parts them. */
export function wordsIn(text: string): TextWord[] {
  const words: TextWord[] = []
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    const word = foldWord(found).slice(0, longestWord)
    if (word !== '') words.push({ word, start: index, end: index + found.length })
  }
  return words
}

/** Letters that no decomposition turns into the plain ones that people type for them. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}

/** A word without case, diacritics and the differences of width: `ÉLAN` is `elan`, `Straße` is `strasse`, `ﬁt` is `fit`. */
export function foldWord(word: string): string {
  // Nearly every word, and much quicker.
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => plainLetters[letter] ?? letter)
}

/** How much of a word of a text stands for the first so many letters of its folded form. */
export function unfoldedLength(text: string, letters: number): number {
  let length = 0
  for (const letter of text) {
    if (foldWord(text.slice(0, length)).length >= letters) break
    length += letter.length
  }
  // Marks belong to the letter that they stand on.
  return length + (/^\p{M}+/u.exec(text.slice(length))?.[0].length ?? 0)
}
