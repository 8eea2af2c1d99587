import * as texts from '@goalkeeper/texts/views-menu'
import type { View } from '@goalkeeper/contract/views'
import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis, House, Pencil, Trash2, Users } from 'lucide-react'
import { useMay } from '#web/shared/api/use-may.ts'

export type ViewDeeds = {
  onFirst: () => void
  onShare: () => void
  onRename: () => void
  onDelete: () => void
}

type Props = ViewDeeds & { view: View; isFirst: boolean }

/** What can be done with a view besides opening and pinning it. What may not be done says why. */
export function ViewLineMenu({ view, isFirst, onFirst, onShare, onRename, onDelete }: Props) {
  const mayNotShare = useMay('share')
  const icon = { size: 14, 'aria-hidden': true } as const
  const foreign = view.mayChange ? null : texts.itIsSTheyAndAdmins(view.owner)
  const item = (reason: string | null) => (reason === null ? {} : { disabled: true, title: reason })
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={texts.moreFor(view.name)}>
          <Ellipsis {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<House {...icon} />} onClick={onFirst}>
          {isFirst ? texts.doNotOpenMyListWith : texts.openMyListWithIt}
        </Menu.Item>
        <Menu.Item
          leftSection={<Users {...icon} />}
          onClick={onShare}
          {...item(foreign ?? (view.shared ? null : mayNotShare))}
        >
          {view.shared ? texts.makeItPrivate : texts.shareItWithEveryone}
        </Menu.Item>
        <Menu.Item leftSection={<Pencil {...icon} />} onClick={onRename} {...item(foreign)}>
          {texts.rename}
        </Menu.Item>
        <Menu.Item leftSection={<Trash2 {...icon} />} onClick={onDelete} {...item(foreign)}>
          {texts.deleteIt}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
