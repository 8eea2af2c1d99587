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
  useCommands('This goal', [
    {
      label: 'Next goal',
      key: 'j',
      repeats: true,
      reason: onNext ? null : 'This is the last one.',
      run: () => onNext?.(),
    },
    {
      label: 'Previous goal',
      key: 'k',
      repeats: true,
      reason: onPrevious ? null : 'This is the first one.',
      run: () => onPrevious?.(),
    },
    { label: 'Set status', key: 's', reason, run: () => edit('StatusName') },
    { label: 'Set due date', key: 'd', reason, run: () => edit('DueDate') },
    { label: 'Rename', reason, run: () => edit('Name') },
    { label: 'Edit links', key: 'a', alias: 'associations cta plan', reason, run: onEditLinks },
    ...show('goal', 'Show description and fields'),
    ...show('links', 'Show links'),
    ...show('history', 'Show history'),
    { label: 'Close the goal', key: 'Escape', run: onClose },
  ])
}
