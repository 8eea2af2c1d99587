import * as texts from '@goalkeeper/texts/goals-filter'
import { Power, PowerOff } from 'lucide-react'
import type { DraftNode } from './filter-draft.ts'
import { switchNode } from './filter-moves.ts'
import classes from './filter-switch.module.css'
import { useFilterTools } from './filter-tools.ts'

/** Switches a row or a group off, so that it stays and the list does without it, and on again. */
export function FilterSwitch({ node, what }: { node: DraftNode; what: string }) {
  const { edit } = useFilterTools()
  const Icon = node.isOff ? PowerOff : Power
  return (
    <button
      type="button"
      role="switch"
      aria-checked={!node.isOff}
      aria-label={texts.isOn(what)}
      title={node.isOff ? texts.switchedOffClickToSwitchIt : texts.switchOffWithoutDeleting}
      className={classes.switch}
      onClick={() =>
        edit((root) => switchNode(root, node.id), { words: node.isOff ? texts.switchedOn : texts.switchedOff })
      }
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  )
}
