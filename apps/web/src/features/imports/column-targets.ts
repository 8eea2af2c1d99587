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
      return `field ${target.field}`
    case 'parent':
      return `parent ${target.entityType} ${target.by}`
    case 'links':
      return `links ${target.link}`
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
      group: 'The goal',
      items: [
        ...editable.map(({ name, label }) =>
          fixed(name === 'StatusName' ? 'Status' : label, { kind: 'field', field: name }),
        ),
        ...createOnlyFields.map((name) =>
          fixed(`${fields.find((field) => field.name === name)?.label ?? name}, of new goals`, {
            kind: 'field',
            field: name,
          }),
        ),
        fixed('Gsid of the goal', { kind: 'gsid' }),
        fixed('Version of the goal when it was exported', { kind: 'version' }),
      ],
    },
    {
      group: 'What it hangs on',
      items: [
        fixed('Company, by name', parent('COMPANY', 'Name')),
        fixed('Company, by Gsid', parent('COMPANY', 'Gsid')),
        ...attributes.map(({ name, label }) =>
          fixed(`Company, by ${label}`, parent('COMPANY', name.slice(attributePrefix.length))),
        ),
        fixed('Relationship, by name', parent('RELATIONSHIP', 'Name')),
        fixed('Relationship, by Gsid', parent('RELATIONSHIP', 'Gsid')),
        fixed('Opportunity, by name', parent('OPPORTUNITY', 'Name')),
        fixed('Opportunity, by Gsid', parent('OPPORTUNITY', 'Gsid')),
      ],
    },
    {
      group: 'Linked to it',
      items: [
        fixed('CTAs, by Gsid', { kind: 'links', link: 'CTA' }),
        fixed('Success plans, by Gsid', { kind: 'links', link: 'SP' }),
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
  return known?.label ?? (target.kind === 'field' ? target.field : 'Left out')
}
