import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
import type { Capability } from '@goalkeeper/contract/status'
import { Button } from '@mantine/core'
import { Check, CircleHelp, X } from 'lucide-react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { useProbe } from './connection-queries.ts'
import classes from './connection.module.css'
import { Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'

/** What the tenant was found to do, and what is used because of it. */
export function CapabilitySection({ capabilities }: { capabilities: Capability[] }) {
  const probe = useProbe()
  const { lock } = useConnectionLock()
  const now = useNowRoughly()
  const checkedAt = Math.max(0, ...capabilities.map((each) => each.checkedAt ?? 0))
  return (
    <Section
      id="capabilities"
      title={texts.whatThisTenantCanDo}
      about={
        <>
          {texts.theDocumentationLeavesMuchOpen}
          {checkedAt > 0 && (
            <>
              {' '}
              <span title={exactInstant(checkedAt)}>{texts.lastCheckedAgo(duration((now - checkedAt) / 1000))}</span>
            </>
          )}
        </>
      }
      actions={
        <Button variant="default" loading={probe.isPending} {...lock} onClick={() => probe.mutate(undefined)}>
          {texts.checkAgain}
        </Button>
      }
    >
      {probe.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(probe.error).detail}
        </p>
      )}
      <div className={classes.scroll} role="region" aria-label={texts.capabilities} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{texts.question}</th>
              <th scope="col">{texts.answer}</th>
              <th scope="col">{common.found}</th>
              <th scope="col">{texts.usedBecauseOfIt}</th>
            </tr>
          </thead>
          <tbody>
            {capabilities.map((capability) => (
              <tr key={capability.name}>
                <th scope="row">{capability.label}</th>
                <td>
                  <Answer state={capability.state} />
                </td>
                <td>{capability.found}</td>
                <td>{capability.used}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const answers = {
  yes: { icon: Check, word: 'yes' },
  no: { icon: X, word: 'no' },
  unknown: { icon: CircleHelp, word: common.notKnown },
}

function Answer({ state }: { state: Capability['state'] }) {
  const { icon: Icon, word } = answers[state]
  return (
    <span className={classes.answer} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {word}
    </span>
  )
}
