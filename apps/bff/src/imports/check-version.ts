import * as texts from '@goalkeeper/texts/server/imports'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Field } from '@goalkeeper/contract/catalogue'
import { nowOf } from '#bff/changes/preview-goal.ts'
import { movedSince } from '#bff/gateway/goal-version.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'

/** Why a goal is not changed by a row of an export, in a sentence; null when nothing that the row touches has moved since. */
export function movedOnSince(
  version: string,
  goal: GoalSnapshot,
  touched: Iterable<string>,
  fields: readonly Field[],
): string | null {
  const moved = movedFields(version, goal, touched)
  if (moved === null) return texts.thisIsNoVersionOfA
  if (moved === 'something') return texts.theGoalWasChanged
  if (moved.length === 0) return null
  return texts.theGoalWasChangedIn(moved.map((name) => changeWords(name, goal, fields)).join(', '))
}

/** Which of the touched fields have moved since a version: an ETag, or when the goal was last changed; null for what is neither. */
function movedFields(
  version: string,
  { version: now }: GoalSnapshot,
  touched: Iterable<string>,
): string[] | 'something' | null {
  const instant = /^\d{11,14}$/.test(version) ? Number(version) : Date.parse(version)
  if (/^\d{11,14}$|^\d{4}-\d\d-\d\dT/.test(version) && !Number.isNaN(instant)) {
    const modified = now.fields['ModifiedDate']
    return typeof modified === 'number' && modified > instant ? 'something' : []
  }
  return movedSince(/^(W\/)?"/.test(version) ? version : `"${version}"`, now, touched)
}

function changeWords(trait: string, goal: GoalSnapshot, fields: readonly Field[]): string {
  const name = trait === 'StatusId' ? 'StatusName' : trait.replace(/\/.*/, '')
  const label = fieldNamed(fields, name)?.label ?? name
  return name === 'CTA' || name === 'SP' ? label : texts.isNow(label, wordsOf(nowOf(goal).value(name)))
}

const wordsOf = (value: FieldValue) => (value === null ? 'empty' : `“${String(value).slice(0, 100)}”`)
