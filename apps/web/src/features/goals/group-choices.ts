import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals'
import type { Field } from '@goalkeeper/contract/catalogue'

export type GroupChoice = { name: string; label: string }

/** What lists are mostly grouped by, as people call it. */
const usual: Record<string, string> = {
  StatusName: common.status,
  CompanyId: common.company,
  'CompanyId__gr.Csm__gr.Name': common.csm,
  DueDate: texts.dueMonth,
  DueBucket: common.due,
}

/** The fields that a list can be grouped by: the usual ones, then the others by label. Of an id and the name behind it one is enough: of parents the id, for two may have one name. */
export function groupChoices(fields: readonly Field[]): { first: GroupChoice[]; others: GroupChoice[] } {
  const first = Object.entries(usual).flatMap(([name, label]) =>
    fields.some((field) => field.name === name) ? [{ name, label }] : [],
  )
  const names = new Set(fields.map(({ name }) => name))
  const isTwin = ({ name, type }: Field) =>
    type === 'gsid'
      ? (!/^(Company|Relationship|Opportunity)Id$/.test(name) &&
          names.has(name.replace(/Id$/, 'Name')) &&
          name.endsWith('Id')) ||
        names.has(`${name}__gr.Name`)
      : /^(Company|Relationship|Opportunity)Name$/.test(name)
  const others = fields
    .filter((field) => !(field.name in usual) && !isTwin(field))
    .map(({ name, label, type }) => ({ name, label: type === 'date' ? texts.byMonth(label) : wordsOf(name, label) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
  return { first, others }
}

/** The id of a parent stands for the parent. */
const wordsOf = (name: string, label: string) =>
  name === 'RelationshipId' || name === 'OpportunityId' ? label.replace(/ ID$/i, '') : label
