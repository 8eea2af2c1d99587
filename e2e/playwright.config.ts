import { defineConfig } from '@playwright/test'

const executablePath = process.env['GOALKEEPER_BROWSER'] ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results/e2e',
  forbidOnly: true,
  retries: 0,
  // Each worker has programs and a browser of its own, which together keep a core busy.
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    // A trace of every step would take a quarter of the time.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
