import type { FoundPlace, GoalRow } from '@goalkeeper/contract/goals'
import { Marked } from '#web/shared/ui/marked.tsx'

/** A field's text with what the search found in it. One that has been edited since is shown as it is. */
export function FoundText({ goal, field, text }: { goal: GoalRow; field: string; text: string }) {
  const place = goal.found?.find((each) => each.field === field)
  return place?.text === text ? <Marked text={text} marks={place.marks} /> : text
}

/** Where else than in the shown fields the search found a goal; null when these tell it already. */
export const foundElsewhere = (goal: GoalRow, shown: (field: string) => boolean): FoundPlace | null =>
  goal.found?.find(({ field }) => field !== 'Name' && !shown(field)) ?? null
