import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/people'
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
    <PeopleFrame title={common.people} about={texts.everyoneWhoHasSignedInA}>
      {people.length === 0 ? (
        <EmptyState title={texts.nobodyHasSignedInYet}>
          {me.signIn === 'open' ? texts.inTheSandboxNobodyHasTo : texts.everyoneWhoSignsInAppearsHere}
        </EmptyState>
      ) : (
        <div className={classes.scroll} role="region" aria-label={common.people} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{texts.person}</th>
                <th scope="col">{common.role}</th>
                <th scope="col">{common.goals}</th>
                <th scope="col">{texts.inGainsight}</th>
                <th scope="col">{texts.lastSeen}</th>
                <th scope="col">{texts.sessions}</th>
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
  return (
    <tr>
      <th scope="row">
        {name}
        {isMe && <span className={classes.meta}>{texts.you}</span>}
        {email !== null && email !== name && <div className={classes.meta}>{email}</div>}
      </th>
      <td data-label={common.role} className={classes.role}>
        <RoleSelect person={person} isMe={isMe} />
      </td>
      <td data-label={common.goals} className={classes.role}>
        <ScopeSelect person={person} />
      </td>
      <td data-label={texts.inGainsight}>
        {gainsightUser ? (
          <span title={gainsightUser.gsid}>{gainsightUser.name}</span>
        ) : (
          <span className={classes.meta}>{texts.noUserOfThisEMail}</span>
        )}
      </td>
      <td data-label={texts.lastSeen} className={classes.number}>
        <Ago instant={lastSeenAt} />
      </td>
      <td data-label={texts.sessions} className={classes.number}>
        {sessions === 0 ? (
          <span className={classes.meta}>{texts.none}</span>
        ) : (
          <ConfirmDeed
            label={texts.end(sessions)}
            name={texts.endOf(sessions, name)}
            title={isMe ? texts.endYourOwnAsked(sessions) : texts.endAsked(sessions, name)}
            deed={texts.end(sessions)}
            mutation={ending}
          >
            {texts.toSignInAgainOnEvery(isMe, name)}
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
    if (isMe && least < roles.indexOf('admin') && !confirm(texts.giveUpBeingAnAdmin)) return
    save.mutate({ role })
  }
  return (
    <>
      <NativeSelect
        aria-label={texts.roleOf(person.name)}
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
