import * as texts from '@goalkeeper/texts/filter-query'
import { endsBare } from './query-values.ts'

/** What is wrong with a query, and where: characters from `from` up to `to`, counted from 0. */
export type QueryFault = { from: number; to: number; sentence: string }

export class Misread extends Error {
  override name = 'Misread'
  readonly fault: QueryFault

  constructor(fault: QueryFault) {
    super(fault.sentence)
    this.fault = fault
  }
}

export type Scanner = ReturnType<typeof createScanner>

/** Goes through a query from its first character to its last. */
export function createScanner(text: string) {
  let at = 0
  const isOver = () => at >= text.length

  function fail(from: number, to: number, sentence: string): never {
    throw new Misread({ from, to: Math.min(text.length, to), sentence })
  }
  /** The whole character here, of which some are two units long; nothing at the end. */
  const peek = () => (isOver() ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0))
  const startsWith = (word: string) => text.startsWith(word, at)

  function takeWhile(belongs: () => boolean): string {
    const from = at
    while (!isOver() && belongs()) at += peek().length
    return text.slice(from, at)
  }

  return {
    at: () => at,
    isOver,
    peek,
    fail,
    /** Whether there was one. */
    skipBlanks: () => takeWhile(() => /\s/.test(peek())) !== '',
    /** Whether it stands here; it is passed then. */
    take(word: string): boolean {
      if (!startsWith(word)) return false
      at += word.length
      return true
    },
    /** Whether a word of the language stands here, and not the beginning of another. */
    isWord(word: string): boolean {
      const end = at + word.length
      return startsWith(word) && /^([\s("]|$)/.test(text.slice(end, end + 1))
    },
    takeName: () => takeWhile(() => /[\p{L}\p{N}_.]/u.test(peek())),
    /** Whatever is no blank, comma, bracket or quotation mark; `..` ends it too where it stands between two values. */
    takeBare: (end: '..' | null) => takeWhile(() => !endsBare.test(peek()) && !(end && startsWith(end))),
    /** A text in quotation marks, in which `\` takes the next character as it is. */
    takeQuoted(): string {
      const from = at
      let found = ''
      at += 1
      while (!isOver()) {
        if (peek() === '"') {
          at += 1
          return found
        }
        if (peek() === '\\') at += 1
        found += peek()
        at += peek().length
      }
      return fail(from, text.length, texts.theseQuotationMarksAreNever)
    },
  }
}
