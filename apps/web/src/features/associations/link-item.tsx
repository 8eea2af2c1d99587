import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/associations'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { useDraggable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { CtaShape, PlanShape } from '#web/shared/ui/link-counts.tsx'
import classes from './link-item.module.css'

export type Side = 'linked' | 'available'

type Props = {
  item: LinkedItem
  side: Side
  /** How it stands or will stand. */
  state: 'linked' | 'to link' | 'to unlink' | 'available'
  isUnderPlan: boolean
  showsCompany: boolean
  button: ReactNode
}

/** One CTA or success plan, to be dragged by the pointer; its button does the same for every other hand. */
export function LinkItem({ item, side, state, isUnderPlan, showsCompany, button }: Props) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${side} ${item.gsid}`, data: { item, side } })
  return (
    <div
      ref={setNodeRef}
      className={classes.item}
      data-state={state}
      data-indented={isUnderPlan || undefined}
      data-dragging={isDragging || undefined}
      {...listeners}
    >
      <ItemWords
        item={item}
        showsCompany={showsCompany}
        isCountedHere={state === 'linked' || state === 'to unlink'}
        isStruck={state === 'to unlink'}
      />
      {button}
    </div>
  )
}

type WordsProps = {
  item: LinkedItem
  showsCompany: boolean
  /** Whether the goal that is edited is among those that the item counts. */
  isCountedHere: boolean
  isStruck?: boolean
}

/** Glyph, name, what it is, due date: also what hangs under the pointer while it is dragged. */
export function ItemWords({ item, showsCompany, isCountedHere, isStruck }: WordsProps) {
  const kind = item.kind === 'CTA' ? 'CTA' : common.successPlan
  const facts = [
    item.kind === 'SP' ? kind : (item.type ?? kind),
    item.status,
    item.owner,
    showsCompany && item.companyName,
  ].filter(Boolean)
  const others = item.goals - (isCountedHere ? 1 : 0)
  return (
    <>
      <span className={classes.shape} title={kind}>
        {item.kind === 'CTA' ? <CtaShape /> : <PlanShape />}
      </span>
      <span className={classes.words}>
        <span className={classes.name} data-struck={isStruck || undefined} title={item.name ?? item.gsid}>
          {nameOf(item)}
        </span>
        <span className={classes.meta}>
          <span className={classes.facts} title={facts.join(' · ')}>
            {facts.join(' · ')}
          </span>
          {others > 0 && <span className={classes.others}>{texts.inOther(others)}</span>}
        </span>
      </span>
      <DueDate due={item.dueDate} isOpen={item.closed === null ? null : !item.closed} empty="" />
    </>
  )
}

export function nameOf({ found, name, gsid }: LinkedItem): string {
  if (found) return name ?? gsid
  return name === null ? texts.notFoundInGainsight(gsid) : texts.notFoundInGainsightLastKnown(name)
}
