import * as texts from '@goalkeeper/texts/server/gateway'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import type { Doubts } from './doubts.ts'
import type { KnownGoals, ReadOptions } from './gateway.ts'
import type { GoalSearch } from './goal-search.ts'
import type { WriteRow } from './tables.ts'
import { type Candidate, judgeCreate, judgeUpdate, type Verdict, type Wanted } from './verdict.ts'
import { entryOf, parentOf, targetsOf } from './write-body.ts'

/** Settling waits behind people, in whose shadow it runs. */
const asking = { lane: 'changes', actor: 'settling', session: 'settling' } as const satisfies Partial<ReadOptions>

type Parts = { goals: KnownGoals; search: GoalSearch; doubts: Pick<Doubts, 'claimed'> }

/** Reads once what became of a write whose outcome is unknown. Throws when the tenant does not answer. */
export function createInquiry({
  goals,
  search,
  doubts,
}: Parts): (row: WriteRow, signal: AbortSignal) => Promise<Verdict> {
  async function ofUpdate(row: WriteRow, signal: AbortSignal): Promise<Verdict> {
    const body = row.body as UpdateGoalRequest
    const gsid = entryOf(body).record.Gsid
    const wanted: Wanted = new Map()
    for (const [name, target] of targetsOf(body)) {
      wanted.set(name, 'value' in target ? target.value : ((await goals.statusId(target.statusName)) ?? undefined))
    }
    const before = row.before && 'traits' in row.before ? row.before.traits : null
    return judgeUpdate(gsid, wanted, before, await goals.fresh(gsid, { ...asking, signal }))
  }

  async function ofCreate(row: WriteRow, signal: AbortSignal): Promise<Verdict> {
    const body = row.body as CreateGoalRequest
    if (row.correlation_field !== null) {
      const stamped = await search.stampedWith(row.correlation_field, row.id, { ...asking, signal })
      const [goal] = stamped ?? []
      if (goal) return { kind: 'applied', gsid: goal.gsid, data: { goal: { ...goal.version.fields, Gsid: goal.gsid } } }
      if (stamped) return judgeCreate(body, [])
    }
    const before = row.before && 'gsids' in row.before ? new Set(row.before.gsids) : null
    const parent = parentOf(body)
    const found = await search.named(entryOf(body).record.Name, parent.by === 'id' ? parent : null, {
      ...asking,
      signal,
    })
    const claimed = await doubts.claimed(
      found.map(({ gsid }) => gsid),
      row.id,
    )
    const fresh = found.filter(({ gsid }) => !before?.has(gsid) && !claimed.has(gsid))
    if (!before) return { kind: 'undecided', candidates: gsidsOf(fresh), detail: unsure }
    if (parent.by === 'id' || fresh.length === 0) return judgeCreate(body, fresh)
    const parents = await search.parentsOf(parent, { ...asking, signal })
    if (!parents) return { kind: 'undecided', candidates: gsidsOf(fresh), detail: unsure }
    return judgeCreate(
      body,
      fresh.filter(({ version }) => parents.includes(String(version.fields[parent.field]))),
    )
  }

  return (row, signal) => (row.kind === 'update' ? ofUpdate(row, signal) : ofCreate(row, signal))
}

const gsidsOf = (goals: Candidate[]) => goals.map(({ gsid }) => gsid)
const unsure = texts.goalsOfThisNameAreThere
