import type { StatusReport } from '@goalkeeper/contract/connection'
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
  const reason = writes.mode === 'off' ? 'Writing is switched off by GAINSIGHT_WRITES=off.' : null
  return (
    <Section
      id="write-check"
      title="Write check"
      about="On one goal that you pick, fields are set and cleared and a link is made and taken away; after each step the goal is read, and in the end everything is as it was. Choose one that nobody is working on."
    >
      <div className={classes.form}>
        <div className={classes.row}>
          <GoalPicker gsid={gsid} onPick={setGsid} />
          <Button
            disabled={!gsid || reason !== null}
            title={reason ?? (gsid ? undefined : 'Pick a goal first.')}
            loading={check.isPending}
            {...lock}
            onClick={() => gsid && check.mutate(gsid)}
          >
            Check on this goal
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
            <p>
              {check.data.passed
                ? 'Writing works, and everything was put back.'
                : 'Writing did not do what was expected; see the steps.'}
            </p>
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
      label="Goal"
      placeholder="Search by name"
      searchable
      clearable
      nothingFoundMessage="No goal of this name"
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
