import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { Button } from '@mantine/core'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { CtaShape, PlanShape } from '#web/shared/ui/link-counts.tsx'
import classes from './links-tab.module.css'

/** The associated CTAs and success plans, an objective under its plan; and the way to change them. */
export function LinksTab({ goal, onEdit }: { goal: GoalDetail; onEdit: () => void }) {
  return (
    <>
      <Button variant="default" onClick={onEdit}>
        {common.editLinks}
      </Button>
      {goal.links.length === 0 ? <p className={classes.none}>{texts.noCtaAndNoSuccessPlan}</p> : <Items goal={goal} />}
    </>
  )
}

function Items({ goal }: { goal: GoalDetail }) {
  const plans = goal.links.filter(({ kind }) => kind === 'SP')
  const ctas = goal.links.filter(({ kind }) => kind === 'CTA')
  const isUnderPlan = ({ planId }: LinkedItem) => plans.some(({ gsid }) => gsid === planId)
  return (
    <ul className={classes.items}>
      {plans.flatMap((plan) => [
        <Item key={plan.gsid} item={plan} companyId={goal.fields['CompanyId']} />,
        ...ctas
          .filter(({ planId }) => planId === plan.gsid)
          .map((cta) => <Item key={cta.gsid} item={cta} companyId={goal.fields['CompanyId']} isIndented />),
      ])}
      {ctas
        .filter((cta) => !isUnderPlan(cta))
        .map((cta) => (
          <Item key={cta.gsid} item={cta} companyId={goal.fields['CompanyId']} />
        ))}
    </ul>
  )
}

type Props = { item: LinkedItem; companyId: unknown; isIndented?: boolean }

function Item({ item, companyId, isIndented }: Props) {
  const others = item.goals - 1
  return (
    <li className={classes.item} data-indented={isIndented || undefined}>
      <span className={classes.shape} title={item.kind === 'CTA' ? texts.cta : common.successPlan}>
        {item.kind === 'CTA' ? <CtaShape /> : <PlanShape />}
      </span>
      <div className={classes.words}>
        <div className={classes.name} data-closed={item.closed || undefined}>
          {item.found ? (item.name ?? item.gsid) : notFound(item)}
        </div>
        <div className={classes.meta}>
          {[item.kind === 'CTA' ? 'CTA' : common.successPlan, item.type, item.status, item.owner]
            .filter(Boolean)
            .join(' · ')}
          {item.companyId !== null && item.companyId !== companyId && texts.ofCompany(item.companyName)}
          {others > 0 && texts.inOther(others)}
        </div>
      </div>
      <DueDate due={item.dueDate} isOpen={item.closed === null ? null : !item.closed} empty="" />
    </li>
  )
}

const notFound = ({ name, gsid }: LinkedItem) =>
  name === null ? texts.notFoundInGainsight(gsid) : texts.notFoundInGainsightLastKnown(name)
