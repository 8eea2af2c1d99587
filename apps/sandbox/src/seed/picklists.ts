import type { Picklist, PicklistItem } from '../tenant/field.ts'
import { createGsid, createPrefix } from './gsid.ts'
import type { Random } from './random.ts'

const colors = ['#78909c', '#2e7d32', '#f9a825', '#c62828', '#1565c0', '#6a1b9a', '#455a64'] as const

function createPicklist(
  random: Random,
  categoryPrefix: string,
  name: string,
  labels: readonly string[],
  inactive: readonly string[] = [],
): Picklist {
  const itemPrefix = createPrefix(random, '1I00')
  return {
    gsid: createGsid(random, categoryPrefix),
    name,
    items: [...labels, ...inactive].map((label, order): PicklistItem => ({
      gsid: createGsid(random, itemPrefix),
      name: label,
      active: !inactive.includes(label),
      isDefault: order === 0,
      color: colors[order % colors.length] ?? colors[0],
      order,
    })),
  }
}

export type Picklists = ReturnType<typeof createPicklists>

/** The choices of one tenant. `New` and `On Track` are the goal statuses that the documentation shows; the rest is made up. */
export function createPicklists(random: Random) {
  const categoryPrefix = createPrefix(random, '1I00')
  const list = (name: string, labels: readonly string[], inactive?: readonly string[]) =>
    createPicklist(random.fork(name), categoryPrefix, name, labels, inactive)
  return {
    goalStatus: list('Goal Status', [
      'New',
      'On Track',
      'At Risk',
      'On Hold',
      'Achieved',
      'Partially Achieved',
      'Dropped',
    ]),
    goalType: list('Goal Type', ['Business outcome', 'Adoption', 'Onboarding', 'Renewal']),
    valueDriver: list('Value Driver', ['Cost', 'Growth', 'Risk', 'Compliance', 'Experience'], ['Other (old)']),
    products: list('Products', ['Core', 'Reporting', 'Mobile', 'Automation', 'Connectors', 'Partner Portal']),
    stage: list('Company Stage', ['Onboarding', 'Adoption', 'Growth', 'Renewal', 'At Risk', 'Churned']),
    companyStatus: list('Company Status', ['Active', 'Inactive']),
    segment: list('Segment', ['Enterprise', 'Mid-Market', 'SMB', 'Digital']),
    ctaType: list('CTA Type', ['Risk', 'Expansion', 'Lifecycle', 'Activity', 'Objective']),
    ctaStatus: list('CTA Status', ['New', 'Work In Progress', 'Closed Success', 'Closed No Action', 'Closed Lost']),
    ctaPriority: list('CTA Priority', ['High', 'Medium', 'Low']),
    ctaReason: list('CTA Reason', ['Product usage', 'Sponsor change', 'Support', 'Renewal', 'Survey']),
    planType: list('Success Plan Type', ['Onboarding', 'Adoption', 'ROI', 'Get Well']),
    planStatus: list('Success Plan Status', ['Draft', 'Active', 'Closed Success', 'Closed Lost']),
    opportunityStage: list('Opportunity Stage', ['Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost']),
  }
}

/** The id of a picklist's item by its label. */
export function itemNamed(picklist: Picklist, name: string): string {
  const item = picklist.items.find((candidate) => candidate.name === name)
  if (!item) throw new Error(`${picklist.name} has no ${name}.`)
  return item.gsid
}
