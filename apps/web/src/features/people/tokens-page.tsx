import type { Token } from '@goalkeeper/contract/tokens'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarDateAt, shortDate } from '#web/shared/time/calendar-date.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly, useToday } from '#web/shared/time/use-clock.ts'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './access-table.module.css'
import { Ago } from '#web/shared/ui/ago.tsx'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { PeopleFrame } from './people-frame.tsx'
import { tokensQuery, useRevokeToken } from './token-queries.ts'

/** Tokens for scripts: what each may do, whether it works, and the way to make and revoke one. */
export function TokensPage() {
  const { data: tokens } = useSuspenseQuery(tokensQuery())
  const [isMaking, setMaking] = useState(false)
  const make = (
    <ToolButton tone="filled" onClick={() => setMaking(true)}>
      New token
    </ToolButton>
  )
  return (
    <PeopleFrame
      title="Tokens"
      about="A token lets a script in, with a role of its own. Its name stands beside everything that it changes."
      actions={tokens.length > 0 && make}
    >
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet" actions={make}>
          A script that is to read or change goals needs one.
        </EmptyState>
      ) : (
        <div className={classes.scroll} role="region" aria-label="Tokens" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Token</th>
                <th scope="col">Role</th>
                <th scope="col">Calls</th>
                <th scope="col">State</th>
                <th scope="col">Last used</th>
                <th scope="col">Expires</th>
                <th scope="col" aria-label="Revoke" />
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isMaking && <NewTokenDialog onClose={() => setMaking(false)} />}
    </PeopleFrame>
  )
}

function TokenRow({ token }: { token: Token }) {
  const { name, role, routes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt } = token
  const now = useNowRoughly()
  const revoking = useRevokeToken(token.id)
  const isOver = revokedAt !== null || expiresAt <= now
  return (
    <tr data-over={isOver || undefined}>
      <th scope="row">
        {name}
        <div className={classes.meta}>
          by {createdBy}, <Day instant={createdAt} />
        </div>
      </th>
      <td data-label="Role">{role}</td>
      <td data-label="Calls">
        {routes === null ? 'all of its role' : <span title={routes.join('\n')}>{routesWords(routes)}</span>}
      </td>
      <td data-label="State" className={classes.number}>
        {revokedAt !== null ? (
          <span title={exactInstant(revokedAt)}>revoked</span>
        ) : expiresAt <= now ? (
          'expired'
        ) : (
          'works'
        )}
      </td>
      <td data-label="Last used" className={classes.number}>
        {lastUsedAt === null ? <span className={classes.meta}>never</span> : <Ago instant={lastUsedAt} />}
      </td>
      <td data-label="Expires" className={classes.number}>
        <Day instant={expiresAt} />
      </td>
      <td className={classes.deed}>
        {!isOver && (
          <ConfirmDeed
            label="Revoke"
            name={`Revoke ${name}`}
            title={`Revoke “${name}”?`}
            deed="Revoke this token"
            mutation={revoking}
          >
            Every script that uses it is refused from now on. It cannot be taken back; a new token can be made.
          </ConfirmDeed>
        )}
      </td>
    </tr>
  )
}

function Day({ instant }: { instant: number }) {
  const today = useToday()
  return <time title={exactInstant(instant)}>{shortDate(calendarDateAt(new Date(instant)), today)}</time>
}

const routesWords = (routes: readonly string[]) =>
  routes.length === 1 ? routes[0] : `${routes[0]} and ${routes.length - 1} more`
