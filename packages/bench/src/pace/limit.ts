/** The limit of the tenant in a measurement. */
export type Limit = { perWindow: number; windowSeconds: number }

/** How long the tenant takes for a call, in milliseconds, as the sandbox is told. */
export const latencyMs = { least: 80, most: 250 }
export const meanCallSeconds = (latencyMs.least + latencyMs.most) / 2 / 1000

/** What the sandbox is started with to be such a tenant. */
export function sandboxSettings({ perWindow, windowSeconds }: Limit, goals: number): Record<string, string> {
  return {
    SANDBOX_GOALS: String(goals),
    SANDBOX_LATENCY_MS: `${latencyMs.least}-${latencyMs.most}`,
    SANDBOX_CALLS_PER_MINUTE: String(perWindow),
    SANDBOX_WINDOW_SECONDS: String(windowSeconds),
    SANDBOX_CALLS_PER_DAY: '10000000',
    SANDBOX_SWITCHES: '{"window":"sliding","retryAfter":true}',
  }
}

/** What the bff is started with to use all of it. */
export function bffSettings({ perWindow, windowSeconds }: Limit, sandboxUrl: string): Record<string, string> {
  return {
    GAINSIGHT_BASE_URL: sandboxUrl,
    GAINSIGHT_ACCESS_KEY: accessKey,
    GAINSIGHT_SHARE: '100',
    GAINSIGHT_CALLS_PER_MINUTE: String(perWindow),
    GAINSIGHT_WINDOW_SECONDS: String(windowSeconds),
    GAINSIGHT_CALLS_PER_DAY: '10000000',
    GAINSIGHT_WRITES: 'on',
    LAUNCH_SECRET: launchSecret,
    LOG_LEVEL: 'error',
  }
}

export const accessKey = 'sandbox-access-key'
export const launchSecret = 'launch-secret-of-the-bench'
