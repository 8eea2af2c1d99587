import * as texts from '@goalkeeper/texts/overview'
import * as common from '@goalkeeper/texts/common'
import type { Overview } from '@goalkeeper/contract/overview'
import { allOf, isOpen, ofMeaning } from '@goalkeeper/contract/overview-filters'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { useState } from 'react'
import { ChartCard } from './chart-card.tsx'
import { CsmRowView } from './csm-row-view.tsx'
import classes from './csm-chart.module.css'
import { csmRows, rowsAtFirst, sumOf } from './csm-rows.ts'
import { MeaningLegend } from './meaning-legend.tsx'
import { NumberTable } from './number-table.tsx'
import { isMeaningless } from './is-meaningless.ts'
import { closedMeanings, meaningWords, openMeanings, openOf } from './open-meanings.ts'
import { useChartCursor } from './use-chart-cursor.ts'

type Props = { overview: Overview; filter: FilterTree | null }

/** How the goals of each CSM stand: open ones at the left, by which the rows are sorted, closed ones at the right, on one scale. */
export function CsmChart({ overview, filter }: Props) {
  const [isFolded, setFolded] = useState(true)
  const rows = csmRows(overview, isFolded)
  const all = sumOf(overview.csms.map(({ goals }) => goals))
  const closed = all.unknown > 0 ? ([...closedMeanings, 'unknown'] as const) : closedMeanings
  const meanings = [...openMeanings, ...closed]
  const drawn = rows.filter(({ isFold }) => !isFold)
  const mostOpen = Math.max(1, ...drawn.map(({ goals }) => openOf(goals)))
  const mostClosed = Math.max(1, ...drawn.map(({ goals }) => closed.reduce((sum, meaning) => sum + goals[meaning], 0)))
  const cursor = useChartCursor(
    rows.flatMap(({ goals }, row) =>
      meanings.flatMap((meaning, column) => (goals[meaning] > 0 ? [{ row, column }] : [])),
    ),
  )
  // One goal is as wide at the left as at the right.
  const columns = { '--columns': `168px ${mostOpen}fr 44px ${mostClosed}fr 44px` }
  const named = overview.csms.filter(({ csm }) => csm !== null).length

  if (overview.csmField === null) return <ChartCard title={texts.goalsByCsm} about={texts.thisTenantDoesNotSayWho} />
  if (isMeaningless(overview)) return <ChartCard title={texts.goalsByCsm} about={texts.nobodyHasSaidWhatStatusesMean} />
  return (
    <ChartCard
      title={texts.goalsByCsm}
      about={texts.byWhatTheirStatusesMeanMost}
      legend={
        <MeaningLegend
          items={meanings.map((meaning) => ({
            meaning,
            goals: all[meaning],
            filter: allOf(filter, ofMeaning(meaning)),
          }))}
        />
      }
      chart={
        <>
          <div className={classes.heads} style={columns} aria-hidden="true">
            <span />
            <span>{common.open}</span>
            <span />
            <span>{common.closed}</span>
          </div>
          <ul className={classes.rows} aria-label={texts.goalsByCsm} style={columns} {...cursor.chart}>
            {rows.map((row, place) => (
              <CsmRowView
                key={row.key}
                row={row}
                place={place}
                closed={closed}
                filter={filter}
                most={{ open: mostOpen, closed: mostClosed }}
                bar={cursor.bar}
              />
            ))}
          </ul>
          {named > rowsAtFirst + 1 && (
            <button
              type="button"
              className={classes.fold}
              aria-expanded={!isFolded}
              onClick={() => setFolded(!isFolded)}
            >
              {isFolded ? texts.showAllCsms(named) : texts.showTheFirstOnly(rowsAtFirst)}
            </button>
          )}
        </>
      }
      table={
        <NumberTable
          caption={texts.goalsOfByWhatTheirStatuses(named)}
          first="CSM"
          columns={['open', ...meanings.map(meaningWords)]}
          rows={csmRows(overview, false).map(({ key, label, filter: own, goals }) => ({
            key,
            title: label,
            numbers: [
              { goals: openOf(goals), filter: allOf(filter, own, isOpen) },
              ...meanings.map((meaning) => ({
                goals: goals[meaning],
                filter: allOf(filter, own, ofMeaning(meaning)),
              })),
            ],
          }))}
        />
      }
    />
  )
}
