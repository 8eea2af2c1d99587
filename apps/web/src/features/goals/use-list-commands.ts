import { useCommands } from '#web/shared/commands/use-commands.ts'
import { useRemembered } from '#web/shared/storage/remembered.ts'
import { densitySetting } from './density.ts'
import type { GoalSelection } from './use-goal-selection.ts'

/** What a list of goals offers besides its buttons, and the keys of its grid. */
export function useListCommands(selection: GoalSelection, total: number): void {
  const [density, setDensity] = useRemembered(densitySetting)
  const isCompact = density !== 'comfortable'
  useCommands('This list', [
    {
      label: isCompact ? 'Row height: comfortable' : 'Row height: compact',
      alias: 'density',
      run: () => setDensity(isCompact ? 'comfortable' : null),
    },
    {
      label: `Select all ${total.toLocaleString('en')} goals`,
      reason: total === 0 ? 'There is none.' : null,
      run: selection.selectAll,
    },
    ...(selection.count > 0 ? [{ label: 'Clear the selection', run: selection.clear }] : []),
    {
      label: 'Go to the rows',
      key: 'g',
      run: () => document.querySelector<HTMLElement>('[role=grid]')?.focus(),
    },
  ])
  useCommands(
    'Its rows',
    [],
    [
      { keys: '↑ ↓', label: 'Row by row' },
      { keys: 'Page Up, Page Down', label: 'Screen by screen' },
      { keys: 'Home, End', label: 'First, last' },
      { keys: 'Enter', label: 'Open the goal' },
      { keys: 'Space', label: 'Select, with Shift a range' },
      { keys: 'F2, S, D', label: 'Edit name, status, due date' },
      { keys: '1 … 9', label: 'Pick a status, once its list is open' },
      { keys: 'Esc', label: 'Clear the selection, close the goal' },
    ],
  )
}
