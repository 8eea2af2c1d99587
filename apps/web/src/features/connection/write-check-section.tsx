import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
import type { StatusReport } from '@goalkeeper/contract/status'
import { queryGoals } from '@goalkeeper/contract/goals'
import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Check, Minus, X } from 'lucide-react'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { useWriteCheck } from './connection-queries.ts'
import classes from './connection.module.css'
import { Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'

const icons = { passed: Check, failed: X, skipped: Minus }

/** Tries out writing on one goal that the admin picks, and puts everything back. A real tenant is read-only until it has passed. */
export function WriteCheckSection({ writes }: { writes: StatusReport['writes'] }) {
  const check = useWriteCheck()
  const { lock } = useConnectionLock()
  const [gsid, setGsid] = useState<string | null>(null)
  const reason = writes.mode === 'off' ? texts.writingIsSwitchedOff : null
  return (
    <Section id="write-check" title={texts.writeCheck} about={texts.onOneGoalThatYouPick}>
      <div className={classes.form}>
        <div className={classes.row}>
          <GoalPicker gsid={gsid} onPick={setGsid} />
          <Button
            disabled={!gsid || reason !== null}
            title={reason ?? (gsid ? undefined : texts.pickAGoalFirst)}
            loading={check.isPending}
            {...lock}
            onClick={() => gsid && check.mutate(gsid)}
          >
            {texts.checkOnThisGoal}
          </Button>
        </div>
        {reason && <p className={classes.saved}>{reason}</p>}
        {check.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(check.error).detail}
          </p>
        )}
        {check.data && (
          <div role="status">
            <p>{check.data.passed ? texts.writingWorksAndEverythingWas : texts.writingDidNotDoWhatWas}</p>
            <ol className={classes.steps}>
              {check.data.steps.map(({ name, label, state, detail }) => {
                const Icon = icons[state]
                return (
                  <li key={name} className={classes.step} data-state={state}>
                    <Icon size={16} aria-label={state} />
                    <div>
                      {label} <span className={classes.detail}>{detail}</span>
                    </div>
                  </li>
                )
              })}
            </ol>
          </div>
        )}
      </div>
    </Section>
  )
}

function GoalPicker({ gsid, onPick }: { gsid: string | null; onPick: (gsid: string | null) => void }) {
  const [words, setWords] = useState('')
  const [search] = useDebouncedValue(words, 150)
  const { data } = useQuery({
    queryKey: ['goals', 'pick', search],
    queryFn: ({ signal }) =>
      request(
        queryGoals,
        {
          body: {
            filter: search ? { field: 'Name', op: 'CONTAINS', value: [search] } : null,
            sort: [{ field: 'Name', direction: 'asc' }],
            offset: 0,
            limit: 20,
            facets: [],
            select: ['Name', 'CompanyName'],
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      className={classes.grow}
      label={common.goal}
      placeholder={common.searchByName}
      searchable
      clearable
      nothingFoundMessage={texts.noGoalOfThisName}
      value={gsid}
      onChange={onPick}
      searchValue={words}
      onSearchChange={setWords}
      // The server has searched already.
      filter={({ options }) => options}
      data={(data?.rows ?? []).map(({ gsid: value, fields }) => ({
        value,
        label: [fields['Name'], fields['CompanyName']].filter(Boolean).join(' · '),
      }))}
    />
  )
}
