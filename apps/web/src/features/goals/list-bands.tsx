import * as texts from '@goalkeeper/texts/goals-first'
import * as common from '@goalkeeper/texts/common'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

type Props = {
  /** Parts of the address that could not be read. */
  dropped: string[]
  /** Sentences on parts of the address that this tenant cannot answer. */
  problems: string[]
  /** Of how many goals nobody can tell whether they match. */
  undecided: number
  onShowUnresolved: () => void
  /** Why the list could not be read, while older rows stand in for it. */
  error: Error | null
  onRetry: () => void
  onDismissDropped: () => void
  onDismissProblems: () => void
}

const names: Record<string, string> = texts.partsOfAddress

/** What is not as the address asks for it. */
export function ListBands({ dropped, problems, undecided, onShowUnresolved, error, onRetry, ...deeds }: Props) {
  return (
    <>
      {error && (
        <Band
          tone="red"
          action={
            <ToolButton tone="outlined" onClick={onRetry}>
              {common.tryAgain}
            </ToolButton>
          }
        >
          {texts.theGoalsCouldNotBeRead(asApiError(error).detail)}
        </Band>
      )}
      {dropped.length > 0 && (
        <Band tone="amber" action={<ToolButton onClick={deeds.onDismissDropped}>{common.dismiss}</ToolButton>}>
          {texts.theLinksCouldNotBeRead(dropped.map((name) => names[name] ?? name))}
        </Band>
      )}
      {undecided > 0 && (
        <Band action={<ToolButton onClick={onShowUnresolved}>{texts.showGoalsWithSuchLinks}</ToolButton>}>
          {texts.whetherCannotBeTold(undecided)}
        </Band>
      )}
      {problems.length > 0 && (
        <Band tone="amber" action={<ToolButton onClick={deeds.onDismissProblems}>{common.dismiss}</ToolButton>}>
          {texts.partOfThisListWasLeft(problems.join(' '))}
        </Band>
      )}
    </>
  )
}
