import { useCommands } from '#web/shared/commands/use-commands.ts'
import { gridSelector } from '#web/shared/table/grid-selector.ts'
import type { useLayout } from './layout-query.ts'
import type { GoalSelection } from './use-goal-selection.ts'
import { grouped } from '#web/shared/ui/counted.ts'

type Layout = Pick<ReturnType<typeof useLayout>, 'density' | 'saveDensity'>

/** What a list of goals offers besides its buttons, and the keys of its grid. */
export function useListCommands(selection: GoalSelection, total: number, { density, saveDensity }: Layout): void {
  const isCompact = density !== 'comfortable'
  useCommands('This list', [
    {
      label: isCompact ? 'Row height: comfortable' : 'Row height: compact',
      alias: 'density',
      run: () => saveDensity(isCompact ? 'comfortable' : null),
    },
    {
      label: `Select all ${grouped(total)} goals`,
      reason: total === 0 ? 'There is none.' : null,
      run: selection.selectAll,
    },
    ...(selection.count > 0 ? [{ label: 'Clear the selection', run: selection.clear }] : []),
    {
      label: 'Go to the rows',
      key: 'g',
      run: () => document.querySelector<HTMLElement>(gridSelector)?.focus(),
    },
  ])
  useCommands(
    'Its rows',
    [],
    [
      { keys: '↑ ↓ ← →', label: 'Cell by cell, with Shift marking them' },
      { keys: 'Page Up, Page Down', label: 'Screen by screen' },
      { keys: 'Home, End', label: 'First, last cell; with Ctrl of the list' },
      { keys: 'Enter', label: 'Edit status or due date, else open the goal' },
      { keys: 'F2', label: 'Edit the cell' },
      { keys: 'S, D', label: 'Edit status, due date' },
      { keys: 'Space', label: 'Select, with Shift a range' },
      { keys: 'Ctrl C', label: 'Copy the marked cells, the selected goals or the cell' },
      { keys: '← →', label: 'On a group: fold, unfold' },
      { keys: '1 … 9', label: 'Pick a status, once its list is open' },
      { keys: 'Esc', label: 'Clear the selection, close the goal' },
    ],
  )
}
