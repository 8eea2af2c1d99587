import * as texts from '@goalkeeper/texts/people'
import type { Person } from '@goalkeeper/contract/people'
import { filterSentence } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import classes from './access-table.module.css'
import { useSavePerson } from './people-queries.ts'
import { choiceOfScope, ownScope, scopeChoices } from './scope-choices.ts'
import { ScopeDialog } from './scope-dialog.tsx'

/** Which goals a person sees. A choice is saved at once, a filter once it has been looked at. */
export function ScopeSelect({ person }: { person: Person }) {
  const { id, name, role, scope, gainsightUser } = person
  const save = useSavePerson(id)
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(fieldsQuery())
  if (role === 'admin') return <span className={classes.meta}>{texts.allAsEveryAdmin}</span>
  const choice = choiceOfScope(person)
  const choose = (next: FilterTree | null) => save.mutate({ scope: next })
  return (
    <>
      <NativeSelect
        aria-label={texts.goalsThatSees(name)}
        data={scopeChoices(person)}
        value={choice}
        disabled={save.isPending}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'another-filter') setAsking(true)
          else if (value !== 'filter') choose(value === 'own' ? ownScope : null)
        }}
      />
      {choice === 'filter' && scope && (
        <p className={classes.note}>{filterSentence(scope, { fields: data?.fields ?? [] })}</p>
      )}
      {choice === 'own' && !gainsightUser && <p className={classes.problem}>{texts.gainsightHasNoUserOfThis}</p>}
      {save.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(save.error).detail}
        </p>
      )}
      {isAsking && <ScopeDialog person={person} fields={data?.fields ?? []} onClose={() => setAsking(false)} />}
    </>
  )
}
