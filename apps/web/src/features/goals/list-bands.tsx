import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

type Props = {
  /** Parts of the address that could not be read. */
  dropped: string[]
  /** Sentences on parts of the filter that this tenant cannot answer. */
  problems: string[]
  /** Why the list could not be read, while older rows stand in for it. */
  error: Error | null
  onRetry: () => void
  onDismiss: () => void
}

const names: Record<string, string> = {
  filter: 'filter',
  q: 'search',
  sort: 'order',
  group: 'groups',
  columns: 'columns',
}

/** What is not as the address asks for it. */
export function ListBands({ dropped, problems, error, onRetry, onDismiss }: Props) {
  return (
    <>
      {error && (
        <Band
          tone="red"
          action={
            <ToolButton tone="outlined" onClick={onRetry}>
              Try again
            </ToolButton>
          }
        >
          The goals could not be read. {asApiError(error).detail}
        </Band>
      )}
      {dropped.length > 0 && (
        <Band tone="amber" action={<ToolButton onClick={onDismiss}>Dismiss</ToolButton>}>
          The link’s {dropped.map((name) => names[name] ?? name).join(' and ')} could not be read and{' '}
          {dropped.length > 1 ? 'were' : 'was'} left out.
        </Band>
      )}
      {problems.length > 0 && (
        <Band tone="amber" action={<ToolButton onClick={onDismiss}>Dismiss</ToolButton>}>
          Part of the filter was left out. {problems.join(' ')}
        </Band>
      )}
    </>
  )
}
