import type { Person } from '@goalkeeper/contract/people'
import { roles, type Role } from '@goalkeeper/contract/policy'
import { NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { meQuery } from '#web/shared/api/me-query.ts'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import classes from './access-table.module.css'
import { Ago } from '#web/shared/ui/ago.tsx'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
import { PeopleFrame } from './people-frame.tsx'
import { peopleQuery, useEndPersonSessions, useSavePerson } from './people-queries.ts'
import { choiceOfRole, roleChoices, roleOfChoice } from './role-choices.ts'
import { ScopeSelect } from './scope-select.tsx'

/** Everyone who has signed in: what they may do, which goals they see, and their sessions. A choice is saved at once. */
export function PeoplePage() {
  const { data: people } = useSuspenseQuery(peopleQuery())
  const { data: me } = useSuspenseQuery(meQuery())
  return (
    <PeopleFrame
      title="People"
      about="Everyone who has signed in. A role given here counts more than the one that the provider states."
    >
      {people.length === 0 ? (
        <EmptyState title="Nobody has signed in yet">
          {me.signIn === 'open'
            ? 'In the sandbox nobody has to. With a tenant of your own, everyone who signs in appears here.'
            : 'Everyone who signs in appears here, and can be given a role then.'}
        </EmptyState>
      ) : (
        <div className={classes.scroll} role="region" aria-label="People" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Role</th>
                <th scope="col">Goals</th>
                <th scope="col">In Gainsight</th>
                <th scope="col">Last seen</th>
                <th scope="col">Sessions</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} isMe={person.id === me.id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PeopleFrame>
  )
}

function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const { id, name, email, gainsightUser, lastSeenAt, sessions } = person
  const ending = useEndPersonSessions(id)
  const count = sessions === 1 ? '1 session' : `${sessions} sessions`
  return (
    <tr>
      <th scope="row">
        {name}
        {isMe && <span className={classes.meta}> (you)</span>}
        {email !== null && email !== name && <div className={classes.meta}>{email}</div>}
      </th>
      <td data-label="Role" className={classes.role}>
        <RoleSelect person={person} isMe={isMe} />
      </td>
      <td data-label="Goals" className={classes.role}>
        <ScopeSelect person={person} />
      </td>
      <td data-label="In Gainsight">
        {gainsightUser ? (
          <span title={gainsightUser.gsid}>{gainsightUser.name}</span>
        ) : (
          <span className={classes.meta}>no user of this e-mail</span>
        )}
      </td>
      <td data-label="Last seen" className={classes.number}>
        <Ago instant={lastSeenAt} />
      </td>
      <td data-label="Sessions" className={classes.number}>
        {sessions === 0 ? (
          <span className={classes.meta}>none</span>
        ) : (
          <ConfirmDeed
            label={`End ${count}`}
            name={`End ${count} of ${name}`}
            title={`End ${count} of ${isMe ? 'your own' : name}?`}
            deed={`End ${count}`}
            mutation={ending}
          >
            {isMe ? 'You have' : `${name} has`} to sign in again, on every device. What is on its way to Gainsight still
            goes through.
          </ConfirmDeed>
        )}
      </td>
    </tr>
  )
}

function RoleSelect({ person, isMe }: { person: Person; isMe: boolean }) {
  const save = useSavePerson(person.id)
  const choose = (role: Role | null) => {
    const least = role === null ? -1 : roles.indexOf(role)
    // It may be the last thing that they can do on this page.
    if (isMe && least < roles.indexOf('admin') && !confirm('Give up being an admin?')) return
    save.mutate({ role })
  }
  return (
    <>
      <NativeSelect
        aria-label={`Role of ${person.name}`}
        data={roleChoices(person)}
        value={choiceOfRole(person)}
        disabled={save.isPending}
        onChange={(event) => choose(roleOfChoice(event.currentTarget.value))}
      />
      <Problem error={save.error} />
    </>
  )
}

function Problem({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <p role="alert" className={classes.problem}>
      {asApiError(error).detail}
    </p>
  )
}
