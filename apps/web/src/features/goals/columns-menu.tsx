import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-columns'
import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import { useRemembered } from '#web/shared/storage/remembered.ts'
import { shortcutsSetting } from '#web/shared/commands/use-shortcut-keys.ts'
import { moveColumn, pinColumn, toggleColumn, type ColumnChoice } from './column-choice.ts'
import { ColumnLine } from './column-line.tsx'
import classes from './columns-menu.module.css'
import type { GoalColumn } from './goal-columns.ts'
import { useLayout } from './layout-query.ts'

type Props = {
  columns: GoalColumn[]
  shown: ColumnChoice[]
  /** Null: as at first. */
  onShownChange: (shown: ColumnChoice[] | null) => void
  /** Of columns that came with the link: keeps them as one's own, or goes back to these. Null: they are one's own. */
  ofLink: { keep: () => void; leave: () => void } | null
}

const groupTitles = {
  standard: common.goal,
  resolved: texts.names,
  custom: texts.customFields,
  company: common.company,
  derived: texts.workedOut,
  links: common.links,
} as const

/** Which columns are shown, in which order; how tall rows are; whether single keys do things. */
export function ColumnsMenu({ columns, shown, onShownChange, ofLink }: Props) {
  const [search, setSearch] = useState('')
  const { density, saveDensity } = useLayout()
  const [shortcuts, setShortcuts] = useRemembered(shortcutsSetting)
  const isFound = ({ label, field }: GoalColumn) =>
    `${label} ${field?.label ?? ''} ${field?.name ?? ''}`.toLowerCase().includes(search.trim().toLowerCase())
  const chosen = shown.flatMap(({ id }) => columns.filter((column) => column.id === id))
  const others = columns.filter(({ id }) => shown.every((choice) => choice.id !== id))

  return (
    <div className={classes.menu}>
      <input
        type="search"
        className={classes.search}
        aria-label={texts.findAColumn}
        placeholder={texts.findAColumnDots}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className={classes.lists}>
        <h2 className={classes.title}>{texts.shown}</h2>
        <ul className={classes.list}>
          {chosen.filter(isFound).map((column) => (
            <ColumnLine
              key={column.id}
              column={column}
              isShown
              isFixed={column.id === 'Name'}
              onToggle={() => onShownChange(toggleColumn(shown, column.id))}
              isPinned={shown.some(({ id, isPinned }) => id === column.id && isPinned)}
              onPin={(isPinned) => onShownChange(pinColumn(shown, column.id, isPinned))}
              onMove={(places) => onShownChange(moveColumn(shown, column.id, places))}
            />
          ))}
        </ul>
        {Object.entries(groupTitles).map(([group, title]) => {
          const lines = others.filter((column) => (column.field?.group ?? 'links') === group && isFound(column))
          if (lines.length === 0) return null
          return (
            <section key={group}>
              <h2 className={classes.title}>{title}</h2>
              <ul className={classes.list}>
                {lines.map((column) => (
                  <ColumnLine
                    key={column.id}
                    column={column}
                    isShown={false}
                    onToggle={() => onShownChange(toggleColumn(shown, column.id))}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {ofLink && (
        <div className={classes.link}>
          <p className={classes.words}>{texts.theseColumnsCameWithTheLink}</p>
          <Button variant="subtle" onClick={ofLink.leave}>
            {texts.showMine}
          </Button>
          <Button variant="subtle" onClick={ofLink.keep}>
            {texts.keepTheseAsMine}
          </Button>
        </div>
      )}
      <footer className={classes.foot}>
        <SegmentedControl
          size="xs"
          aria-label={texts.heightOfRows}
          value={density ?? 'compact'}
          onChange={(value) => saveDensity(value === 'compact' ? null : value)}
          data={[
            { value: 'compact', label: texts.compact },
            { value: 'comfortable', label: texts.comfortable },
          ]}
        />
        {!ofLink && (
          <Button variant="subtle" color="gray" onClick={() => onShownChange(null)}>
            {texts.asAtFirst}
          </Button>
        )}
        <Switch
          size="xs"
          label={common.singleKeyShortcuts}
          checked={shortcuts !== 'off'}
          onChange={(event) => setShortcuts(event.currentTarget.checked ? null : 'off')}
        />
      </footer>
    </div>
  )
}
