import * as texts from '@goalkeeper/texts/goals-menus'
import * as common from '@goalkeeper/texts/common'
import { Menu } from '@mantine/core'
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsLeftRight,
  ChevronsRightLeft,
  EyeOff,
  MoveHorizontal,
  Pin,
  PinOff,
} from 'lucide-react'
import classes from './header-cell.module.css'
import type { HeaderDeeds } from './header-deeds.ts'
import { widthStep } from './header-keys.ts'

type Props = { id: string; width: number; deeds: HeaderDeeds; onClose: () => void }

const icon = { size: 14, 'aria-hidden': true } as const

/** Everything that can be done with a column, where no key and no dragging has to be known. */
export function HeaderMenu({ id, width, deeds, onClose }: Props) {
  const isPinned = deeds.isPinned(id)
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-end"
      width={200}
      returnFocus={false}
      // The first thing to be done has the focus at once.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={texts.moreForThisColumn} className={classes.menu} />
      </Menu.Target>
      <Menu.Dropdown aria-label={texts.moreForThisColumn}>
        {deeds.canSort(id) && (
          <>
            <Menu.Item leftSection={<ArrowUp {...icon} />} onClick={() => deeds.sortBy(id, 'asc')}>
              {texts.sortAscending}
            </Menu.Item>
            <Menu.Item leftSection={<ArrowDown {...icon} />} onClick={() => deeds.sortBy(id, 'desc')}>
              {texts.sortDescending}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item
          leftSection={isPinned ? <PinOff {...icon} /> : <Pin {...icon} />}
          onClick={() => deeds.pin(id, !isPinned)}
        >
          {isPinned ? texts.unpin : texts.pinToTheLeft}
        </Menu.Item>
        <Menu.Item leftSection={<ArrowLeft {...icon} />} onClick={() => deeds.move(id, -1)}>
          {texts.moveLeft}
        </Menu.Item>
        <Menu.Item leftSection={<ArrowRight {...icon} />} onClick={() => deeds.move(id, 1)}>
          {texts.moveRight}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<ChevronsLeftRight {...icon} />}
          onClick={() => deeds.resize(id, width + widthStep)}
        >
          {texts.wider}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<ChevronsRightLeft {...icon} />}
          onClick={() => deeds.resize(id, width - widthStep)}
        >
          {texts.narrower}
        </Menu.Item>
        <Menu.Item leftSection={<MoveHorizontal {...icon} />} onClick={() => deeds.resize(id, null)}>
          {texts.widthAsAtFirst}
        </Menu.Item>
        {deeds.canHide(id) && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<EyeOff {...icon} />} onClick={() => deeds.hide(id)}>
              {common.hide}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
