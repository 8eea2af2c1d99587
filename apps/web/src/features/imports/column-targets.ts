import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/imports-columns'
import type { Field } from '@goalkeeper/contract/catalogue'
import { createOnlyFields, type ColumnTarget } from '@goalkeeper/contract/imports'

export type TargetChoice = { value: string; label: string }
export type TargetGroup = { group: string; items: TargetChoice[] }

const fixed = (label: string, target: ColumnTarget): TargetChoice => ({ value: keyOfTarget(target), label })
const parent = (entityType: (ColumnTarget & { kind: 'parent' })['entityType'], by: string) =>
  ({ kind: 'parent', entityType, by }) as const

/** A target as one word, for a box that chooses among them; equal for equal targets. */
export function keyOfTarget(target: ColumnTarget): string {
  switch (target.kind) {
    case 'field':
      return texts.field(target.field)
    case 'parent':
      return texts.parent(target.entityType, target.by)
    case 'links':
      return texts.links(target.link)
    default:
      return target.kind
  }
}

/** Everything that a column of a file can hold on this tenant, in groups. */
export function targetGroups(fields: readonly Field[]): TargetGroup[] {
  const editable = fields.filter((field) => field.editable)
  const attributes = fields.filter(({ name, group }) => group === 'company' && name.startsWith(attributePrefix))
  return [
    {
      group: texts.theGoal,
      items: [
        ...editable.map(({ name, label }) =>
          fixed(name === 'StatusName' ? common.status : label, { kind: 'field', field: name }),
        ),
        ...createOnlyFields.map((name) =>
          fixed(texts.ofNewGoals(fields.find((field) => field.name === name)?.label ?? name), {
            kind: 'field',
            field: name,
          }),
        ),
        fixed(texts.gsidOfTheGoal, { kind: 'gsid' }),
        fixed(texts.versionOfTheGoalWhenIt, { kind: 'version' }),
      ],
    },
    {
      group: texts.whatItHangsOn,
      items: [
        fixed(texts.companyByName, parent('COMPANY', 'Name')),
        fixed(texts.companyByGsid, parent('COMPANY', 'Gsid')),
        ...attributes.map(({ name, label }) =>
          fixed(texts.companyBy(label), parent('COMPANY', name.slice(attributePrefix.length))),
        ),
        fixed(texts.relationshipByName, parent('RELATIONSHIP', 'Name')),
        fixed(texts.relationshipByGsid, parent('RELATIONSHIP', 'Gsid')),
        fixed(texts.opportunityByName, parent('OPPORTUNITY', 'Name')),
        fixed(texts.opportunityByGsid, parent('OPPORTUNITY', 'Gsid')),
      ],
    },
    {
      group: texts.linkedToIt,
      items: [
        fixed(texts.ctasByGsid, { kind: 'links', link: 'CTA' }),
        fixed(texts.successPlansByGsid, { kind: 'links', link: 'SP' }),
      ],
    },
  ]
}

const attributePrefix = 'CompanyId__gr.'

/** What a word of `keyOfTarget` stands for. */
export function targetOfKey(key: string): ColumnTarget {
  const [kind, first = '', ...rest] = key.split(' ')
  switch (kind) {
    case 'gsid':
    case 'version':
      return { kind }
    case 'field':
      return { kind, field: first }
    case 'links':
      return { kind, link: first === 'SP' ? 'SP' : 'CTA' }
    case 'parent': {
      const entityType = first === 'RELATIONSHIP' || first === 'OPPORTUNITY' ? first : 'COMPANY'
      return { kind, entityType, by: rest.join(' ') }
    }
    default:
      return { kind: 'nothing' }
  }
}

/** What a column holds, in words. */
export function targetLabel(target: ColumnTarget, groups: readonly TargetGroup[]): string {
  const key = keyOfTarget(target)
  const known = groups.flatMap(({ items }) => items).find(({ value }) => value === key)
  return known?.label ?? (target.kind === 'field' ? target.field : texts.leftOut)
}
