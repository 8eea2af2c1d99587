import type { FilterField } from '@goalkeeper/filter/field'
import { joinParts } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { gsidSearch, wordSearch } from '@goalkeeper/filter/word-search'
import { isGsid } from '@goalkeeper/gainsight/gsid'

/** More words narrow nothing and cost the server time. */
const mostWords = 5

/** The filter that a quick search stands for: every word is found. A Gsid finds its goal. */
export function quickSearchFilter(text: string | undefined, fields: readonly FilterField[]): FilterTree | null {
  const words = (text ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords)
  return joinParts(words.map((word) => (isGsid(word) ? gsidSearch(word) : wordSearch(word, fields))))
}
