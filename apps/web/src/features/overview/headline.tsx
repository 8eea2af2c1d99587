import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/overview'
import type { Overview } from '@goalkeeper/contract/overview'
import { allOf, isDueSoon, isOpen, isOverdue, ofMeaning, ofOrphans } from '@goalkeeper/contract/overview-filters'
import { addDays } from '@goalkeeper/filter/dates'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { CalendarDate } from '#web/shared/time/calendar-date.ts'
import { grouped } from '@goalkeeper/texts/counted'
import classes from './headline.module.css'
import { isMeaningless } from './is-meaningless.ts'
import { ListLink } from './list-link.tsx'
import { openOf } from './open-meanings.ts'

type Props = { overview: Overview; filter: FilterTree | null; today: CalendarDate }

/** What is asked first every morning, and the open goals that hang on nothing. */
export function Headline({ overview, filter, today }: Props) {
  const { due, orphans, csmField } = overview
  const isUnknown = isMeaningless(overview)
  const soon = addDays(today, 30)
  const sumOf = (holds: (when: string) => boolean) =>
    due.reduce((sum, { when, ...goals }) => sum + (holds(when) ? openOf(goals) : 0), 0)
  const overdue = sumOf((when) => when === 'overdue')
  const numbers = [
    { words: common.open, goals: sumOf(() => true), filter: isOpen },
    { words: common.overdue, goals: overdue, filter: isOverdue, isAlarm: overdue > 0 },
    { words: common.dueIn30Days, goals: sumOf((when) => when >= today && when <= soon), filter: isDueSoon },
    {
      words: texts.atRisk,
      goals: due.reduce((sum, each) => sum + each['at risk'], 0),
      filter: ofMeaning('at risk'),
    },
    {
      words: texts.neitherCtaNorPlan,
      goals: orphans.unlinked,
      filter: ofOrphans('unlinked', csmField),
      isOrphan: true,
    },
    ...(csmField === null
      ? []
      : [{ words: texts.noCsm, goals: orphans.withoutCsm, filter: ofOrphans('withoutCsm', csmField), isOrphan: true }]),
    {
      words: texts.companyUnknown,
      goals: orphans.withoutCompany,
      filter: ofOrphans('withoutCompany', csmField),
      isOrphan: true,
    },
  ]
  return (
    <ul className={classes.numbers} aria-label={texts.inNumbers}>
      {numbers.map(({ words, goals, filter: own, isAlarm = false, isOrphan = false }) => (
        <li key={words} className={classes.item} data-orphan={isOrphan || undefined}>
          <ListLink
            filter={allOf(filter, own)}
            className={classes.number}
            data-tone={isAlarm ? 'red' : undefined}
            title={isUnknown ? texts.nobodyHasSaidWhatStatusesMean : undefined}
          >
            <b className={classes.goals}>{isUnknown ? '?' : grouped(goals)}</b>
            <span className={classes.words}>{words}</span>
          </ListLink>
        </li>
      ))}
    </ul>
  )
}
