import * as texts from '@goalkeeper/texts/goals'
import type { Field } from '@goalkeeper/contract/catalogue'
import { parseQuery } from '@goalkeeper/filter/parse-query'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { keptSentence, type Wording } from '@goalkeeper/filter/sentence'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { ListFilter } from 'lucide-react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

type Props = {
  /** What somebody searches for. */
  q: string
  fields: readonly Field[]
  wording: Wording
  value: KeptFilter | null
  /** Told of the filter with what the words say as well. */
  onTake: (filter: KeptFilter | null) => void
}

/** Offers to take what is searched for as a filter, where somebody has written one in the place of words: `status:New due:<TODAY`. */
export function SearchAsFilter({ q, fields, wording, value, onTake }: Props) {
  const { tree } = parseQuery(q, fields)
  if (tree === null) return null
  return (
    <ToolButton
      icon={<ListFilter size={14} />}
      tone="accent"
      title={keptSentence(tree, wording)}
      onClick={() => onTake(joinParts([...partsOf(value), ...partsOf(tree)]))}
    >
      {texts.useAsAFilter}
    </ToolButton>
  )
}
