import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import { openCell, type InlineField } from '#web/shared/form/cell-focus.ts'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import type { Steps } from './panel-header.tsx'
import type { Tab } from './tabs.ts'

type Panel = { gsid: string; tab: Tab; onTabChange: (tab: Tab) => void; steps: Steps; onEditLinks: () => void }

/** What can be done to the open goal: J and K step through the list beside it, S and D edit it, and so on. */
export function usePanelCommands({ gsid, tab, onTabChange, steps, onEditLinks }: Panel): void {
  const reason = useWritesReason()
  const edit = (field: InlineField) => openCell('panel', gsid, field)
  const show = (other: Tab, label: string) => (other === tab ? [] : [{ label, run: () => onTabChange(other) }])
  const { onNext, onPrevious, onClose } = steps
  useCommands(common.thisGoal, [
    {
      label: texts.nextGoal,
      key: 'j',
      repeats: true,
      reason: onNext ? null : texts.thisIsTheLastOne,
      run: () => onNext?.(),
    },
    {
      label: texts.previousGoal,
      key: 'k',
      repeats: true,
      reason: onPrevious ? null : texts.thisIsTheFirstOne,
      run: () => onPrevious?.(),
    },
    { label: texts.setStatus, key: 's', reason, run: () => edit('StatusName') },
    { label: texts.setDueDate, key: 'd', reason, run: () => edit('DueDate') },
    { label: common.rename, reason, run: () => edit('Name') },
    { label: common.editLinks, key: 'a', alias: texts.associationsCtaPlan, reason, run: onEditLinks },
    ...show('goal', texts.showDescriptionAndFields),
    ...show('links', texts.showLinks),
    ...show('history', texts.showHistory),
    { label: texts.closeTheGoal, key: 'Escape', run: onClose },
  ])
}
