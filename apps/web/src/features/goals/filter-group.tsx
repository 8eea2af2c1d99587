import * as texts from '@goalkeeper/texts/goals-filter'
import { Button } from '@mantine/core'
import { useDraggable } from '@dnd-kit/core'
import { GripVertical, ListPlus, Plus } from 'lucide-react'
import { FilterConditionRow } from './filter-condition.tsx'
import { isGroup, newCondition, newGroup, type DraftGroup, type GroupMode } from './filter-draft.ts'
import { FilterDropPlace } from './filter-drop-place.tsx'
import classes from './filter-group.module.css'
import { appendTo, replaceNode } from './filter-moves.ts'
import { FilterNodeMenu } from './filter-node-menu.tsx'
import { FilterSelect } from './filter-select.tsx'
import { FilterSwitch } from './filter-switch.tsx'
import { useFilterTools } from './filter-tools.ts'
import { useNodeKeys } from './use-node-keys.ts'

const modes: { value: GroupMode; label: string }[] = [
  { value: 'all', label: texts.allOf },
  { value: 'any', label: texts.anyOf },
  { value: 'none', label: texts.noneOf },
]

type Props = { group: DraftGroup; depth: number; parentId: string | null }

/** A card with what has to hold in it: all of, any of or none of its rows and groups. */
export function FilterGroupCard({ group, depth, parentId }: Props) {
  const { edit } = useFilterTools()
  const handleKeys = useNodeKeys(group)
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: group.id, disabled: parentId === null })
  const isRoot = parentId === null
  const label = modes.find(({ value }) => value === group.mode)?.label ?? ''
  const add = (added: Parameters<typeof appendTo>[2], focus: string) =>
    edit((root) => appendTo(root, group.id, added), { focus })

  const card = (
    <div
      className={classes.card}
      data-odd={depth % 2 === 1 || undefined}
      data-off={group.isOff || undefined}
      role="group"
      aria-label={texts.goalsThatMeetThese(label)}
    >
      <div className={classes.head} onKeyDown={isRoot ? undefined : handleKeys}>
        {!isRoot && (
          <span ref={setNodeRef} className={classes.grip} {...listeners} aria-hidden="true">
            <GripVertical size={14} />
          </span>
        )}
        <FilterSelect
          tone="mode"
          label={texts.whatHasToHoldInThis}
          value={group.mode}
          options={modes}
          onChange={(mode) =>
            edit((root) => (isRoot ? { ...root, mode } : replaceNode(root, group.id, () => [{ ...group, mode }])))
          }
        />
        <span className={classes.spacer} />
        {group.isOff && <span className={classes.off}>{texts.off}</span>}
        {!isRoot && <FilterSwitch node={group} what={texts.theGroup} />}
        {!isRoot && <FilterNodeMenu node={group} groupId={parentId} />}
      </div>
      <ul className={classes.members}>
        {group.members.map((member) =>
          isGroup(member) ? (
            <FilterGroupCard key={member.id} group={member} depth={depth + 1} parentId={group.id} />
          ) : (
            <FilterConditionRow key={member.id} node={member} groupId={group.id} />
          ),
        )}
      </ul>
      <FilterDropPlace groupId={group.id} beforeId={null} />
      <div className={classes.adders}>
        <Button
          variant="subtle"
          leftSection={<Plus size={14} />}
          data-add={group.id}
          onClick={() => {
            const added = newCondition()
            add(added, added.id)
          }}
        >
          {texts.addCondition}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<ListPlus size={14} />}
          onClick={() => {
            const first = newCondition()
            add(newGroup('any', [first]), first.id)
          }}
        >
          {texts.addGroup}
        </Button>
      </div>
    </div>
  )
  if (isRoot) return card
  return (
    <li className={classes.place} data-node={group.id} data-dragging={isDragging || undefined}>
      <FilterDropPlace groupId={parentId} beforeId={group.id} />
      {card}
    </li>
  )
}
