import './shared/theme/mantine.css'
import './shared/theme/palette.css'
import './shared/theme/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { routeTree } from './route-tree.gen.ts'
import { RouteError } from './routes/-route-error.tsx'
import { ApiError } from './shared/api/api-error.ts'
import { createQueryClient } from './shared/api/query-client.ts'
import { SessionEnded } from './shared/shell/session-ended.tsx'
import { styleNonce } from './shared/theme/style-nonce.ts'
import { cssVariables, theme } from './shared/theme/theme.ts'
import { isMissingPart } from './shared/ui/missing-part.ts'
import { NotFoundPage } from './shared/ui/not-found-page.tsx'

// zod would try `new Function` first, which the content security policy reports as a violation.
z.config({ jitless: true })

const queryClient = createQueryClient()
const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root, {
  onCaughtError(error, { componentStack }) {
    // An answer of the server that a page puts into words is no fault of the program, nor is a part that could not be loaded.
    if (!(error instanceof ApiError) && !isMissingPart(error)) console.error(error, componentStack)
  },
}).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        {/* Beside the router: a page that waits for its data may be waiting for a session. */}
        <SessionEnded />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
