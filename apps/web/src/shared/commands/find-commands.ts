import { foldWord, wordsIn } from '@goalkeeper/filter/search-text'

/** How well words fit a label, or other words that it goes by, the best first; null when they do not. Each has to begin one of its words. */
export function labelRank(typed: string, label: string, alias = ''): number | null {
  const asked = typed.split(/\s+/).map(foldWord).filter(Boolean)
  const own = foldedWords(label)
  const all = [...own, ...foldedWords(alias)]
  const beginsOneOf = (words: string[]) => (word: string) => words.some((each) => each.startsWith(word))
  if (!asked.every(beginsOneOf(all))) return null
  if (asked.every((word, place) => own[place]?.startsWith(word))) return 0
  return asked.every(beginsOneOf(own)) ? 1 : 2
}

const foldedWords = (text: string) => wordsIn(text).map(({ word }) => word)

type Labelled = { label: string; alias?: string | undefined }

/** Those that words fit, best first, and equal ones in their order; without words all. */
export function findLabelled<Each extends Labelled>(typed: string, all: readonly Each[]): Each[] {
  return all
    .flatMap((each) => {
      const rank = labelRank(typed, each.label, each.alias)
      return rank === null ? [] : [{ each, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ each }) => each)
}
