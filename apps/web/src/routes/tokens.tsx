import { createFileRoute } from '@tanstack/react-router'
import { tokensQuery } from '#web/features/people/token-queries.ts'
import { TokensPage } from '#web/features/people/tokens-page.tsx'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/tokens')({
  // Few come here: what loads its data comes with the page.
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient } }) =>
    loadIfAllowed(queryClient, 'tokens', () => queryClient.ensureQueryData(tokensQuery())),
  component: () => (
    <OnlyWith permission="tokens">
      <TokensPage />
    </OnlyWith>
  ),
})
