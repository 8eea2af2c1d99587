import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { compileAtOnce } from './build/compile-at-once.ts'
import { precompress } from './build/precompress.ts'
import { withoutJsonSchema } from './build/without-json-schema.ts'

export default defineConfig(({ mode }) => {
  const { GOALKEEPER_BFF = 'http://127.0.0.1:4300' } = loadEnv(mode, import.meta.dirname, 'GOALKEEPER_')
  const proxy = Object.fromEntries(
    ['/api', '/gainsight', '/launch', '/healthz', '/readyz'].map((path) => [path, { target: GOALKEEPER_BFF }]),
  )
  return {
    plugins: [
      tanstackRouter({ target: 'react', autoCodeSplitting: true, disableLogging: true }),
      react(),
      withoutJsonSchema(),
      compileAtOnce(),
      precompress(),
    ],
    // The palette is written with light-dark(), which these browsers know; lower targets would rewrite it into something Mantine's colour scheme cannot drive.
    build: {
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      assetsInlineLimit: 0,
      // Which scripts each screen takes: scripts/script-sizes.mjs holds them to their budget.
      manifest: true,
      // What the first screen needs comes as one file: compressed together it is smaller by a twentieth than in the pieces that later screens share.
      rolldownOptions: {
        // A text of the catalogue goes where it is shown, not into one piece with every other.
        optimization: { inlineConst: { mode: 'all' } },
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
    server: { host: '127.0.0.1', port: 4320, proxy },
    preview: { host: '127.0.0.1', port: 4320, proxy },
  }
})
