import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/routes-first'
import { useNavigate } from '@tanstack/react-router'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'

/** Opens the form for a new goal, of the company at hand where there is one; switched off with the reason where nothing can be written. */
export function NewGoalButton({ companyId }: { companyId?: string }) {
  const reason = useWritesReason()
  const navigate = useNavigate()
  return (
    <ToolButton
      tone="filled"
      command={{ place: common.thisList, label: common.newGoal, key: 'n', alias: texts.createAdd }}
      aria-disabled={reason !== null || undefined}
      {...(reason !== null && { title: reason })}
      onClick={() =>
        reason === null && void navigate({ to: '/goals/new', search: companyId ? { company: companyId } : true })
      }
    >
      {common.newGoal}
    </ToolButton>
  )
}
