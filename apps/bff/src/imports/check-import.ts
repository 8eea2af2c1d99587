import * as texts from '@goalkeeper/texts/server/imports'
import type { Caller } from '#bff/http/caller.ts'
import { mostRows } from '@goalkeeper/contract/imports'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import { unseenNewGoal } from '#bff/goal-index/sight.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import { localDay } from '#bff/local-day.ts'
import { oneAhead } from '#bff/one-ahead.ts'
import type { CheckedRow, Wanted } from './check-rows.ts'
import type { Answers, CheckContext } from './row-plan.ts'
import { companiesOfFilter } from './companies-of-filter.ts'
import type { ImportStore } from './import-store.ts'
import { type ImportThread, startImportThread } from './import-thread.ts'
import type { ImportsNeeds } from './imports.ts'
import type { Parent, ParentLists } from './parents.ts'
import { type GivenRow, problem } from './read-row.ts'
import type { ImportFile } from './tables.ts'

type Parts = ImportsNeeds & { store: ImportStore; inTurn: <T>(job: () => Promise<T>) => Promise<T>; now: () => number }

/** As many rows as are looked up and stored at a time, so that memory stays flat. */
const batch = 500

/** Works out what the rows of an import come to, against the goals as they are known now. */
export function createCheckImport(parts: Parts) {
  const { goalIndex, catalogue, connection, gateway, changes, store, inTurn, now } = parts

  async function contextOf(file: ImportFile): Promise<CheckContext> {
    const { mapping } = file
    const fields = await catalogue.fields()
    const companies = await catalogue.every('company')
    const lists = {
      COMPANY: companies,
      RELATIONSHIP: await catalogue.every('relationship'),
      OPPORTUNITY: await catalogue.every('opportunity'),
    }
    const chosen = mapping.forEachCompany
      ? companiesOfFilter(companies.records, mapping.forEachCompany.filter, fields, localDay(now()))
      : null
    if (chosen && chosen.length * file.rows > mostRows) {
      throw new AppError('invalid', texts.thisWouldBeGoalsAndAn(chosen.length * file.rows, mostRows))
    }
    if (chosen?.length === 0) throw new AppError('invalid', texts.noCompanyPassesTheFilter)
    return {
      mapping,
      isWorkbook: file.kind === 'workbook',
      fields,
      statuses: await catalogue.statuses(),
      capabilities: connection.capabilities(),
      parents: Object.fromEntries(
        Object.entries(lists).map(([entityType, { records, complete }]) => [
          entityType,
          { complete, parents: records.map((record) => parentOf(entityType as Parent['entityType'], record)) },
        ]),
      ) as ParentLists,
      decisions: await store.decisions(file.id),
      companies: chosen,
    }
  }

  async function answer(asker: Asker, wanted: Wanted): Promise<Answers> {
    const there = await goalIndex.namedAll(wanted.named)
    const asked = [...new Set([...wanted.gsids, ...[...there.values()].flat()])]
    const seen = await goalIndex.sights.seenOf(asker, asked)
    const goals = await goalIndex.snapshots([...seen])
    return {
      goals,
      there,
      named: new Map([...there].map(([key, gsids]) => [key, gsids.filter((gsid) => seen.has(gsid))] as const)),
      pending: await pendingOf(wanted),
      linkedItems: await newLinks(wanted, goals, asker.caller),
    }
  }

  /** What is known of CTAs and plans that goals are to be linked with: those that they are linked with already need no look. */
  async function newLinks({ links }: Wanted, goals: Answers['goals'], caller: Caller): Promise<Answers['linkedItems']> {
    const newOf = (kind: 'CTA' | 'SP') =>
      new Set(
        links.flatMap(({ gsid, [kind]: wanted }) => {
          const linked = new Set(gsid === null ? [] : goals.get(gsid)?.version[kind])
          return wanted.filter((id) => !linked.has(id))
        }),
      )
    const [ctaIds, spIds] = [newOf('CTA'), newOf('SP')]
    if (ctaIds.size + spIds.size === 0) return []
    const items = await catalogue.linkedItems({ ctaIds, spIds }, caller)
    return items.map(({ gsid, found }) => ({ gsid, found }))
  }

  /** Goals that are being created: by a change set, or by somebody whose create is not settled. */
  async function pendingOf({ named }: Wanted): Promise<Map<string, string>> {
    const planned = await changes.creating([...new Set(named.map(({ name }) => name))])
    const open = await gateway.openCreates(named.map(({ key }) => key))
    const words = planned.map(
      ({ key, title, isDraft }) =>
        [key, isDraft ? texts.theDraftCreatesItLetThat(title) : texts.theChangeSetIsCreatingIt(title)] as const,
    )
    const unsettled = [...open].map((key) => [key, texts.itIsBeingCreatedAtThis] as const)
    return new Map([...unsettled, ...words])
  }

  /** Who sees only some goals creates only such as they would see. */
  async function withinSight(asker: Asker, rows: CheckedRow[]): Promise<CheckedRow[]> {
    if (asker.rights.scope === null) return rows
    const creates = rows.filter(({ outcome }) => outcome === 'create')
    const seen = await goalIndex.sights.wouldBeSeen(
      asker,
      creates.map(({ body }) => body as CreateGoalRequest),
    )
    const unseen = new Set(creates.filter((_, at) => !seen[at]))
    return rows.map((row) =>
      unseen.has(row)
        ? { ...row, outcome: 'invalid', body: null, problems: [problem(null, row.parentName ?? '', unseenNewGoal)] }
        : row,
    )
  }

  async function* checkedBatches(asker: Asker, thread: ImportThread, batches: AsyncIterable<GivenRow[]>) {
    for await (const rows of batches) {
      const wanted = await thread.ask('read', rows)
      const checked = await thread.ask('check', await answer(asker, wanted))
      yield { numbers: rows.map(({ row }) => row), checked: await withinSight(asker, checked) }
    }
  }

  async function* batches({ id }: ImportFile, only: GivenRow | null): AsyncGenerator<GivenRow[]> {
    if (only) return yield [only]
    for (let last = 0; ;) {
      const rows = await store.rowsBehind(id, last, batch)
      const end = rows.at(-1)
      if (!end) return
      yield rows
      last = end.row
    }
  }

  /** Checks every row, or one that was corrected and those that mean the same goal. */
  return (asker: Asker, file: ImportFile, only: GivenRow | null = null): Promise<void> =>
    inTurn(async () => {
      const context = await contextOf(file)
      const thread = startImportThread()
      try {
        if (!only) await store.update(file.id, { checked: false })
        await thread.ask('begin', context)
        // While some are stored, the next are worked out.
        for await (const { numbers, checked } of oneAhead(checkedBatches(asker, thread, batches(file, only)))) {
          await store.replaceResults(file.id, numbers, checked)
        }
        await store.noteTwins(file.id)
        if (!only) await store.update(file.id, { checked: true })
      } finally {
        await thread.stop()
      }
    })
}

function parentOf(
  entityType: Parent['entityType'],
  {
    gsid,
    name,
    companyId,
    companyName,
    attributes,
  }: Awaited<ReturnType<ImportsNeeds['catalogue']['every']>>['records'][number],
): Parent {
  const known = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]))
  const csm = attributes['Csm__gr.Name']
  const hint = [companyName, csm, `…${gsid.slice(-6)}`].filter(Boolean).join(' · ')
  return { entityType, gsid, name, companyId, hint, by: { ...Object.fromEntries(known), Name: name } }
}
