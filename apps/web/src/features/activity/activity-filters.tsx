import * as texts from '@goalkeeper/texts/activity'
import * as common from '@goalkeeper/texts/common'
import { activityExportPath, activityKinds } from '@goalkeeper/contract/activity'
import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Download, X } from 'lucide-react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './activity-filters.module.css'
import { actorsQuery } from './activity-queries.ts'
import { activitySearch, filterOf, isNarrowed, type ActivitySearch } from './activity-search.ts'

type Props = {
  search: ActivitySearch
  /** Of the goal that the search names, when it is known. */
  goalName: string | null
  onChange: (patch: Partial<ActivitySearch>) => void
}

/** A search that takes everything back. */
export const nothingChosen = {
  who: undefined,
  kind: undefined,
  through: undefined,
  since: undefined,
  until: undefined,
  goal: undefined,
} satisfies Record<keyof ActivitySearch, undefined>

const kindWords = {
  change: texts.changesOfGoals,
  write: texts.writesWithoutEffect,
  deed: texts.deeds,
} satisfies Record<(typeof activityKinds)[number], string>

const throughChoices = [
  { value: '', label: texts.anywhere },
  { value: 'goalkeeper', label: texts.goalkeeper },
  { value: 'gainsight', label: texts.gainsight },
]

/** Narrows what is listed: who, what, where and when. A choice counts at once, and stands in the address. */
export function ActivityFilters({ search, goalName, onChange }: Props) {
  const { data: actors = [] } = useQuery(actorsQuery())
  const { who, kind, through, since, until, goal } = search
  // Read as an address is: the first choice of each select, and a day half typed, choose nothing.
  const choose = (part: keyof ActivitySearch, value: string) => {
    onChange({ [part]: activitySearch.parse({ [part]: value })[part] })
  }
  const people = who === undefined || actors.includes(who) ? actors : [who, ...actors]
  return (
    <search className={classes.line} aria-label={texts.narrowActivity}>
      <NativeSelect
        aria-label={texts.who}
        className={classes.select}
        data={[{ value: '', label: texts.everyone }, ...people.map((name) => ({ value: name, label: name }))]}
        value={who ?? ''}
        onChange={(event) => choose('who', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={texts.what}
        className={classes.select}
        data={[
          { value: '', label: texts.everything },
          ...activityKinds.map((value) => ({ value, label: kindWords[value] })),
        ]}
        value={kind ?? ''}
        onChange={(event) => choose('kind', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={texts.where}
        className={classes.select}
        data={throughChoices}
        value={through ?? ''}
        onChange={(event) => choose('through', event.currentTarget.value)}
      />
      <DayInput label={common.from} value={since} onChange={(day) => choose('since', day)} />
      <DayInput label={common.to} value={until} onChange={(day) => choose('until', day)} />
      {goal !== undefined && (
        <ToolButton
          tone="outlined"
          icon={<X size={14} aria-hidden="true" />}
          title={texts.showEveryGoalAgain}
          onClick={() => onChange({ goal: undefined })}
        >
          <span className={classes.goal}>{texts.only(goalName)}</span>
        </ToolButton>
      )}
      {isNarrowed(search) && <ToolButton onClick={() => onChange(nothingChosen)}>{common.reset}</ToolButton>}
      <a
        className={classes.export}
        href={`${activityExportPath}?filter=${encodeURIComponent(JSON.stringify(filterOf(search)))}`}
        download
        title={texts.everythingThatIsListedHereAs}
      >
        <Download size={14} aria-hidden="true" />
        {common.exportIt}
      </a>
    </search>
  )
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string) => void }

function DayInput({ label, value, onChange }: DayProps) {
  return (
    <label className={classes.day}>
      {label}
      <TextInput
        type="date"
        min="2000-01-01"
        max="9999-12-31"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}
