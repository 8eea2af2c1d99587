import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/people'
import { Filled } from '#web/shared/ui/filled.tsx'
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
  usePageTitle(common.mySessions)
  const { data: sessions } = useSuspenseQuery(sessionsQuery())
  return (
    // It has the keys where there is nothing else in it: a low window scrolls it.
    <section className={classes.page} tabIndex={0} aria-label={common.mySessions}>
      <PageHeader title={common.mySessions} meta={texts.whereYouAreSignedInEnd} />
      {sessions.length === 0 ? (
        <EmptyState title={texts.thereAreNoSessions}>{texts.nobodyHasToSignInTo}</EmptyState>
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
        {current && <span className={classes.chip}>{texts.thisOne}</span>}
        <div className={classes.meta}>
          <Filled
            text={texts.startedLastUsedEndsAtThe}
            when={<Ago instant={startedAt} />}
            when2={<Ago instant={lastUsedAt} />}
            what={<span className={classes.instant}>{exactInstant(endsAt).slice(0, -3)}</span>}
          />
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
        aria-label={current ? texts.endThisSession : texts.endTheSessionOf(browser)}
        onClick={() => ending.mutate()}
      >
        {texts.endTitle}
      </Button>
    </li>
  )
}
