import * as texts from '@goalkeeper/texts/goals-filter'
import * as common from '@goalkeeper/texts/common'
import { ActionIcon, Menu } from '@mantine/core'
import { ArrowDown, ArrowUp, Copy, Ellipsis, Group, Power, PowerOff, Trash2, Ungroup } from 'lucide-react'
import { copyOf, isGroup, type DraftNode } from './filter-draft.ts'
import { insertAfter, removeNode, stepNode, switchNode, unwrapGroup, wrapNode } from './filter-moves.ts'
import { useFilterTools } from './filter-tools.ts'

/** What can be done with a row or a group besides filling it in. */
export function FilterNodeMenu({ node, groupId }: { node: DraftNode; groupId: string }) {
  const { edit } = useFilterTools()
  const { id } = node
  const icon = { size: 14, 'aria-hidden': true } as const
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label={isGroup(node) ? texts.moreForThisGroup : texts.moreForThisCondition}>
          <Ellipsis {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Copy {...icon} />}
          onClick={() => {
            const copy = copyOf(node)
            edit((root) => insertAfter(root, id, copy), { focus: copy.id })
          }}
        >
          {texts.duplicate}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowUp {...icon} />}
          onClick={() => edit((root) => stepNode(root, id, -1), { focus: id, words: texts.movedUp })}
        >
          {texts.moveUp}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowDown {...icon} />}
          onClick={() => edit((root) => stepNode(root, id, 1), { focus: id, words: texts.movedDown })}
        >
          {texts.moveDown}
        </Menu.Item>
        <Menu.Item leftSection={<Group {...icon} />} onClick={() => edit((root) => wrapNode(root, id), { focus: id })}>
          {texts.putIntoAGroup}
        </Menu.Item>
        {isGroup(node) && (
          <Menu.Item
            leftSection={<Ungroup {...icon} />}
            onClick={() =>
              edit((root) => unwrapGroup(root, id), {
                focus: node.members[0]?.id ?? groupId,
                words: texts.tookTheGroupApart,
              })
            }
          >
            {texts.takeTheGroupApart}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={node.isOff ? <Power {...icon} /> : <PowerOff {...icon} />}
          onClick={() =>
            edit((root) => switchNode(root, id), {
              focus: id,
              words: node.isOff ? texts.switchedOn : texts.switchedOff,
            })
          }
        >
          {node.isOff ? texts.switchOn : texts.switchOff}
        </Menu.Item>
        <Menu.Item
          leftSection={<Trash2 {...icon} />}
          onClick={() =>
            edit((root) => removeNode(root, id), {
              focus: groupId,
              words: isGroup(node) ? texts.deletedTheGroup : texts.deletedTheCondition,
            })
          }
        >
          {common.deleteIt}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
