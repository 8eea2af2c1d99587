import * as texts from '@goalkeeper/texts/goal-panel'
import * as common from '@goalkeeper/texts/common'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, ExternalLink, Link2, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { addressInGainsight } from './address-in-gainsight.ts'
import classes from './panel-header.module.css'

export type Steps = { onPrevious: (() => void) | null; onNext: (() => void) | null; onClose: () => void }

type Props = { goal: GoalDetail; steps: Steps; addressPattern: string | null; deeds: ReactNode }

/** Whose goal, its name, and the deeds of the panel. */
export function PanelHeader({ goal, steps, addressPattern, deeds }: Props) {
  const address = addressPattern && addressInGainsight(addressPattern, goal)
  const { CompanyId: companyId, CompanyName: company, RelationshipName: relationship } = goal.fields
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <div className={classes.parents}>
          {typeof companyId === 'string' ? (
            <Link to="/companies/$gsid" params={{ gsid: companyId }}>
              {company ?? companyId}
            </Link>
          ) : (
            company
          )}
          {relationship && <span> › {relationship}</span>}
        </div>
        <div className={classes.deeds}>
          <ActionIcon
            aria-label={texts.previousGoal}
            title={texts.previousGoalK}
            disabled={!steps.onPrevious}
            onClick={() => steps.onPrevious?.()}
          >
            <ChevronUp size={18} />
          </ActionIcon>
          <ActionIcon
            aria-label={texts.nextGoal}
            title={texts.nextGoalJ}
            disabled={!steps.onNext}
            onClick={() => steps.onNext?.()}
          >
            <ChevronDown size={18} />
          </ActionIcon>
          <CopyLink />
          {address && (
            <ActionIcon
              component="a"
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={texts.openInGainsight}
              title={texts.openInGainsight}
            >
              <ExternalLink size={16} />
            </ActionIcon>
          )}
          {deeds}
          <ActionIcon aria-label={common.close} title={common.closeEsc} onClick={steps.onClose}>
            <X size={18} />
          </ActionIcon>
        </div>
      </div>
      <h1 id="goal-name" className={classes.name}>
        <EditableCell place="panel" goal={goal} field="Name" label={common.name}>
          {(fields) => fields['Name'] || texts.withoutAName}
        </EditableCell>
      </h1>
    </header>
  )
}

function CopyLink() {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setIsCopied(true)
  }
  useCommands(common.thisGoal, [
    { label: texts.copyLinkToThisGoal, key: 'l', alias: common.share, run: () => void copy() },
  ])
  return (
    <>
      <ActionIcon
        aria-label={common.copyLink}
        title={isCopied ? texts.copied : common.copyLink}
        onClick={copy}
        onBlur={() => setIsCopied(false)}
      >
        <Link2 size={16} />
      </ActionIcon>
      <span role="status" className={classes.said}>
        {isCopied && common.linkCopied}
      </span>
    </>
  )
}
