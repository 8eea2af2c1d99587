import * as texts from '@goalkeeper/texts/tokens'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
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
      {texts.newToken}
    </ToolButton>
  )
  return (
    <PeopleFrame title={common.tokens} about={texts.aTokenLetsAScriptIn} actions={tokens.length > 0 && make}>
      {tokens.length === 0 ? (
        <EmptyState title={texts.noTokensYet} actions={make}>
          {texts.aScriptThatIsToRead}
        </EmptyState>
      ) : (
        <div className={classes.scroll} role="region" aria-label={common.tokens} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{texts.token}</th>
                <th scope="col">{common.role}</th>
                <th scope="col">{texts.calls}</th>
                <th scope="col">{common.state}</th>
                <th scope="col">{texts.lastUsed}</th>
                <th scope="col">{texts.expires}</th>
                <th scope="col" aria-label={texts.revoke} />
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
          <Filled text={texts.by} createdBy={createdBy} day={<Day instant={createdAt} />} />
        </div>
      </th>
      <td data-label={common.role}>{role}</td>
      <td data-label={texts.calls}>
        {routes === null ? texts.allOfItsRole : <span title={routes.join('\n')}>{routesWords(routes)}</span>}
      </td>
      <td data-label={common.state} className={classes.number}>
        {revokedAt !== null ? (
          <span title={exactInstant(revokedAt)}>{texts.revoked}</span>
        ) : expiresAt <= now ? (
          texts.expired
        ) : (
          texts.works
        )}
      </td>
      <td data-label={texts.lastUsed} className={classes.number}>
        {lastUsedAt === null ? <span className={classes.meta}>{common.never}</span> : <Ago instant={lastUsedAt} />}
      </td>
      <td data-label={texts.expires} className={classes.number}>
        <Day instant={expiresAt} />
      </td>
      <td className={classes.deed}>
        {!isOver && (
          <ConfirmDeed
            label={texts.revoke}
            name={texts.revokeNamed(name)}
            title={texts.revokeOf(name)}
            deed={texts.revokeThisToken}
            mutation={revoking}
          >
            {texts.everyScriptThatUsesItIs}
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

const routesWords = ([first = '', ...others]: readonly string[]) =>
  others.length === 0 ? first : texts.andMore(first, others.length)
