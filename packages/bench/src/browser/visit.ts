import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { launchSecret } from '../pace/limit.ts'
import { installProbe, type Sight } from './probe.ts'

const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export type Visit = Awaited<ReturnType<typeof openVisit>>

/** A browser of its own with an empty profile, whose person is signed in, before a blank page. `slowed`: how many times slower its processor is. */
export async function openVisit(executablePath: string, url: string, slowed: number) {
  const profile = mkdtempSync(join(tmpdir(), 'goalkeeper-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless: true,
    args: options,
    viewport: { width: 1366, height: 900 },
  })
  await context.request.get(`${url}/launch/${launchSecret}`)
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await page.addInitScript(installProbe)
  const scripts = await countScripts(session)
  if (slowed > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })

  return {
    page,
    version: context.browser()?.version() ?? '',
    scriptBytes: () => scripts.bytes,
    /** Opens a list; the time to its first row. */
    async open(path: string): Promise<number> {
      await page.goto('about:blank')
      await page.goto(url + path, { waitUntil: 'commit' })
      return page.evaluate(() => bench.firstRow)
    },
    /** From the event that an action causes to what is awaited, painted. */
    async time(event: string, awaited: Sight, act: () => Promise<void>): Promise<number> {
      await page.evaluate(([type, what]) => bench.arm(type, what), [event, awaited] as const)
      await act()
      return page.evaluate(() => bench.took)
    },
    /** Megabytes that scripts hold, after what can be freed is. */
    async heap(): Promise<number> {
      await session.send('HeapProfiler.enable')
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize / 1e6
    },
    async close(): Promise<void> {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** The bytes of scripts as they came over the wire. */
async function countScripts(session: CDPSession): Promise<{ bytes: number }> {
  const scripts = new Set<string>()
  const counted = { bytes: 0 }
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) counted.bytes += encodedDataLength
  })
  return counted
}

export type Scrolled = { frames: number[]; longTasks: number[] }

/** Moves through a list from its top, ten rows a frame, and waits until the last rows are filled. */
export function scrollThrough(page: Page, rows: number): Promise<Scrolled> {
  return page.evaluate(async (last) => {
    const row = document.querySelector('[role=grid] [role=row][aria-rowindex="2"]')
    let scroller = row?.parentElement ?? null
    while (scroller && getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement
    if (!row || !scroller) throw new Error('There is no list to move through.')
    const step = row.getBoundingClientRect().height
    const target = last * step
    const frames: number[] = []
    bench.longTasks.length = 0
    await new Promise<void>((resolve) => {
      let before = performance.now()
      const move = (now: number) => {
        frames.push(now - before)
        before = now
        scroller.scrollTop = Math.min(scroller.scrollTop + 10 * step, target)
        if (scroller.scrollTop >= target - 1) resolve()
        else requestAnimationFrame(move)
      }
      requestAnimationFrame((now) => {
        before = now
        requestAnimationFrame(move)
      })
    })
    await bench.frameWith(() =>
      [...document.querySelectorAll('[role=grid] [role=row]')].some(
        (each) =>
          Number(each.getAttribute('aria-rowindex')) >= last &&
          each.querySelector('[data-column="Name"]')?.textContent !== '',
      ),
    )
    return { frames, longTasks: bench.longTasks }
  }, rows)
}
