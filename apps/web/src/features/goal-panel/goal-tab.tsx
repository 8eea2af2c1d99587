import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { FieldList } from './field-list.tsx'
import { groupFields } from './field-groups.ts'
import { RichText } from '#web/shared/rich-text/rich-text.tsx'
import classes from './goal-tab.module.css'

/** The description, then the fields. */
export function GoalTab({ goal, fields }: { goal: GoalDetail; fields: Field[] }) {
  const description = goal.fields['Description']
  const { own, company, system, empty } = groupFields(fields, goal)
  return (
    <>
      {typeof description === 'string' && description.trim() ? (
        <RichText key={goal.gsid} html={description} />
      ) : (
        <p className={classes.none}>{common.noDescription}</p>
      )}
      <FieldList key={`own ${goal.gsid}`} title={texts.fields} filled={own} empty={empty} />
      <FieldList title={common.company} filled={company} />
      <FieldList title={texts.system} filled={system} />
    </>
  )
}
