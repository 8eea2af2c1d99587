import type { Session } from '@goalkeeper/contract/people'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { sessionsQuery, useEndSession } from './people-queries.ts'
import classes from './sessions-page.module.css'

/** Where I am signed in, and the way to end what I do not use or do not know. */
export function SessionsPage() {
  usePageTitle('My sessions')
  const { data: sessions } = useSuspenseQuery(sessionsQuery())
  return (
    // It has the keys where there is nothing else in it: a low window scrolls it.
    <section className={classes.page} tabIndex={0} aria-label="My sessions">
      <PageHeader
        title="My sessions"
        meta="Where you are signed in. End what you do not use any more, or do not know."
      />
      {sessions.length === 0 ? (
        <EmptyState title="There are no sessions">Nobody has to sign in to the sandbox.</EmptyState>
      ) : (
        <ul className={classes.sessions}>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
    </section>
  )
}

function SessionLine({ session }: { session: Session }) {
  const ending = useEndSession(session.id)
  const { browser, startedAt, lastUsedAt, endsAt, current } = session
  return (
    <li className={classes.session} aria-current={current || undefined}>
      <div className={classes.words}>
        <span className={classes.browser}>{browser}</span>
        {current && <span className={classes.chip}>this one</span>}
        <div className={classes.meta}>
          Started <Ago instant={startedAt} /> · last used <Ago instant={lastUsedAt} /> · ends{' '}
          <span className={classes.instant}>{exactInstant(endsAt).slice(0, -3)}</span> at the latest
        </div>
        {ending.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(ending.error).detail}
          </p>
        )}
      </div>
      <Button
        variant="default"
        loading={ending.isPending}
        aria-label={current ? 'End this session' : `End the session of ${browser}`}
        onClick={() => ending.mutate()}
      >
        End
      </Button>
    </li>
  )
}
