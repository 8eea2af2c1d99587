import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/shell-first'
import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronsLeft, ChevronsRight, type LucideIcon } from 'lucide-react'
import { useCommands } from '../commands/use-commands.ts'
import { useRemembered } from '../storage/remembered.ts'
import { ColorSchemeButton } from './color-scheme-button.tsx'
import classes from './rail.module.css'

export type NavItem = { to: NonNullable<LinkProps['to']>; label: string; icon: LucideIcon }

/** The ways through the product. 56 px of icons; widened it shows their names; on a phone it lies at the foot. */
export function Rail({ items }: { items: NavItem[] }) {
  const [width, setWidth] = useRemembered('rail')
  const isWide = width === 'wide'
  useCommands(common.everywhere, [
    {
      label: isWide ? texts.namesInTheRailHide : texts.namesInTheRailShow,
      alias: texts.menuSidebarNavigation,
      run: () => setWidth(isWide ? null : 'wide'),
    },
  ])
  const WidthIcon = isWide ? ChevronsLeft : ChevronsRight
  return (
    <nav className={classes.rail} data-wide={isWide || undefined} aria-label={texts.main}>
      <ul className={classes.items}>
        {items.map(({ to, label, icon: Icon }) => (
          <li key={label}>
            <Link to={to} className={classes.item} data-label={label} aria-label={label}>
              <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
              <span className={classes.label}>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <ColorSchemeButton className={classes.item} labelClassName={classes.label} />
        <button
          type="button"
          className={`${classes.item} ${classes.widen}`}
          data-label={isWide ? texts.narrow : texts.showNames}
          aria-expanded={isWide}
          aria-label={texts.namesInTheRail}
          onClick={() => setWidth(isWide ? null : 'wide')}
        >
          <WidthIcon size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className={classes.label}>{isWide ? texts.narrow : texts.showNames}</span>
        </button>
      </div>
    </nav>
  )
}
