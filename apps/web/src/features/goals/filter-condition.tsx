import * as texts from '@goalkeeper/texts/goals-filter'
import type { Field } from '@goalkeeper/contract/catalogue'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Operator } from '@goalkeeper/filter/tree'
import { useDraggable } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import classes from './filter-condition.module.css'
import { FilterCount } from './filter-count.tsx'
import { conditionOf, newCondition, type DraftCondition } from './filter-draft.ts'
import { FilterDropPlace } from './filter-drop-place.tsx'
import { faultWords } from './filter-fault.ts'
import { FilterFieldPicker } from './filter-field-picker.tsx'
import { insertAfter, replaceNode } from './filter-moves.ts'
import { FilterNodeMenu } from './filter-node-menu.tsx'
import { editorOf, offeredOperators, offeredWords, valuesFor } from './filter-operators.ts'
import { FilterSelect } from './filter-select.tsx'
import { FilterSwitch } from './filter-switch.tsx'
import { useFilterTools } from './filter-tools.ts'
import { FilterValueEditor } from './filter-value.tsx'
import { useNodeKeys } from './use-node-keys.ts'

/** One row: grip, field, operator, values, how many goals meet it, whether it is at work, and what else can be done with it. */
export function FilterConditionRow({ node, groupId }: { node: DraftCondition; groupId: string }) {
  const { fields, list, edit } = useFilterTools()
  const handleKeys = useNodeKeys(node)
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: node.id })
  const field = node.field === null ? undefined : fieldNamed(fields, node.field)
  const condition = conditionOf(node)
  const fault = condition && field ? faultWords(condition, field, list.today) : null
  const change = (part: Partial<DraftCondition>) =>
    edit((root) => replaceNode(root, node.id, () => [{ ...node, ...part }]))
  const addAfter = () => {
    const added = newCondition()
    edit((root) => insertAfter(root, node.id, added), { focus: added.id })
  }

  return (
    <li className={classes.place} data-node={node.id} data-dragging={isDragging || undefined}>
      <FilterDropPlace groupId={groupId} beforeId={node.id} />
      <div
        className={classes.row}
        data-off={node.isOff || undefined}
        role="group"
        aria-label={field ? texts.conditionOn(field.label) : texts.newCondition}
        onKeyDown={handleKeys}
      >
        <span ref={setNodeRef} className={classes.grip} {...listeners} aria-hidden="true">
          <GripVertical size={14} />
        </span>
        <div className={classes.field}>
          <FilterFieldPicker fields={fields} value={node.field} onChange={(chosen) => change(startOf(chosen))} />
        </div>
        <div className={classes.operator}>
          {field && <OperatorSelect field={field} node={node} onChange={change} />}
        </div>
        <div className={classes.value}>
          {field && (
            <FilterValueEditor
              field={field}
              op={node.op}
              value={node.value}
              onChange={(value) => change({ value })}
              onEnter={addAfter}
            />
          )}
        </div>
        {node.isOff ? <span className={classes.off}>{texts.off}</span> : <FilterCount condition={condition} />}
        <FilterSwitch node={node} what={field ? texts.theConditionOn(field.label) : texts.theCondition} />
        <FilterNodeMenu node={node} groupId={groupId} />
      </div>
      {fault && <p className={classes.fault}>{fault}</p>}
    </li>
  )
}

/** A condition on another field begins anew. */
function startOf(field: Field): Partial<DraftCondition> {
  const op = offeredOperators[field.type][0] ?? 'IS_NULL'
  return { field: field.name, op, value: editorOf(field.type, op) === 'boolean' ? [true] : [] }
}

type OperatorProps = { field: Field; node: DraftCondition; onChange: (part: Partial<DraftCondition>) => void }

function OperatorSelect({ field: { type, label }, node, onChange }: OperatorProps) {
  const offered = [...new Set<Operator>([...offeredOperators[type], node.op])]
  return (
    <FilterSelect
      tone="operator"
      label={texts.howIsCompared(label)}
      value={node.op}
      options={offered.map((op) => ({ value: op, label: offeredWords(type, op) }))}
      onChange={(op) => onChange({ op, value: valuesFor(type, node.op, op, node.value) })}
    />
  )
}
