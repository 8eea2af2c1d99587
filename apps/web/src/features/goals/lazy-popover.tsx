import { Button, Popover } from '@mantine/core'
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

type Props<MenuProps extends object> = {
  label: string
  icon: ReactNode
  load: () => Promise<ComponentType<MenuProps>>
  menuProps: MenuProps
}

/** A button whose menu is fetched when someone reaches for it. */
export function LazyPopover<MenuProps extends object>({ label, icon, load, menuProps }: Props<MenuProps>) {
  const [Menu] = useState(() => lazy(async () => ({ default: await load() })))
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={icon}
          onPointerEnter={() => void load()}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={null}>{isOpen && <Menu {...menuProps} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
