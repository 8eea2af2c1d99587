import * as texts from '@goalkeeper/texts/goals-filter'
import type { KeyboardEvent } from 'react'
import type { DraftNode } from './filter-draft.ts'
import { stepNode, switchNode, wrapNode } from './filter-moves.ts'
import { useFilterTools } from './filter-tools.ts'

/** The keys that work anywhere in a row or a group's head: Alt with an arrow moves it, Ctrl or Cmd with G puts it into a group, and with a full stop switches it off or on. */
export function useNodeKeys({ id, isOff }: Pick<DraftNode, 'id' | 'isOff'>) {
  const { edit } = useFilterTools()
  return (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, key } = event
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault()
      const step = key === 'ArrowUp' ? -1 : 1
      edit((root) => stepNode(root, id, step), { focus: id, words: step < 0 ? texts.movedUp : texts.movedDown })
    }
    if ((ctrlKey || metaKey) && key === '.') {
      event.preventDefault()
      edit((root) => switchNode(root, id), { words: isOff ? texts.switchedOn : texts.switchedOff })
    }
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'g') {
      event.preventDefault()
      edit((root) => wrapNode(root, id), { focus: id, words: texts.putIntoAGroup })
    }
  }
}
