import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { grouped } from '#web/shared/ui/counted.ts'

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

const names: Record<string, string> = {
  filter: 'filter',
  q: 'search',
  sort: 'order',
  group: 'groups',
  columns: 'columns',
  view: 'view',
  link: 'list link',
  without: 'part that takes something out',
}

/** What is not as the address asks for it. */
export function ListBands({ dropped, problems, undecided, onShowUnresolved, error, onRetry, ...deeds }: Props) {
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
        <Band tone="amber" action={<ToolButton onClick={deeds.onDismissDropped}>Dismiss</ToolButton>}>
          The link’s {dropped.map((name) => names[name] ?? name).join(' and ')} could not be read and{' '}
          {dropped.length > 1 ? 'were' : 'was'} left out.
        </Band>
      )}
      {undecided > 0 && (
        <Band action={<ToolButton onClick={onShowUnresolved}>Show goals with such links</ToolButton>}>
          {undecidedWords(undecided)}
        </Band>
      )}
      {problems.length > 0 && (
        <Band tone="amber" action={<ToolButton onClick={deeds.onDismissProblems}>Dismiss</ToolButton>}>
          Part of this list was left out. {problems.join(' ')}
        </Band>
      )}
    </>
  )
}

function undecidedWords(goals: number): string {
  const [match, link] = goals === 1 ? ['1 goal matches', 'it links'] : [`${grouped(goals)} goals match`, 'they link']
  return `Whether ${match} cannot be told: nothing is known (yet) of CTAs or plans that ${link} to, which count as empty.`
}
