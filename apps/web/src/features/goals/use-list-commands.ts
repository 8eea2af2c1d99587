import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-first'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import { gridSelector } from '#web/shared/table/grid-selector.ts'
import type { useLayout } from './layout-query.ts'
import type { GoalSelection } from './use-goal-selection.ts'

type Layout = Pick<ReturnType<typeof useLayout>, 'density' | 'saveDensity'>

/** What a list of goals offers besides its buttons, and the keys of its grid. */
export function useListCommands(selection: GoalSelection, total: number, { density, saveDensity }: Layout): void {
  const isCompact = density !== 'comfortable'
  useCommands(common.thisList, [
    {
      label: isCompact ? texts.rowHeightComfortable : texts.rowHeightCompact,
      alias: texts.density,
      run: () => saveDensity(isCompact ? 'comfortable' : null),
    },
    {
      label: texts.selectAllGoals(total),
      reason: total === 0 ? texts.thereIsNone : null,
      run: selection.selectAll,
    },
    ...(selection.count > 0 ? [{ label: texts.clearTheSelection, run: selection.clear }] : []),
    {
      label: texts.goToTheRows,
      key: 'g',
      run: () => document.querySelector<HTMLElement>(gridSelector)?.focus(),
    },
  ])
  useCommands(
    common.itsRows,
    [],
    [
      { keys: texts.arrowKeys, label: texts.cellByCellWithShiftMarking },
      { keys: texts.pageKeys, label: texts.screenByScreen },
      { keys: texts.homeAndEnd, label: texts.firstLastCellWithCtrlOf },
      { keys: texts.enterKey, label: texts.editStatusOrDueDateElse },
      { keys: 'F2', label: texts.editTheCell },
      { keys: 'S, D', label: texts.editStatusDueDate },
      { keys: texts.spaceKey, label: texts.selectWithShiftARange },
      { keys: texts.copyKeys, label: texts.copyTheMarkedCellsTheSelected },
      { keys: '← →', label: texts.onAGroupFoldUnfold },
      { keys: '1 … 9', label: texts.pickAStatusOnceItsList },
      { keys: texts.escKey, label: texts.clearTheSelectionCloseTheGoal },
    ],
  )
}
