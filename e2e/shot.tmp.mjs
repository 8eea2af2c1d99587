import { chromium } from '@playwright/test'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
const base = 'http://127.0.0.1:4455'
const shots = JSON.parse(process.argv[2])
for (const [name, path, width, height, scheme, extra] of shots) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, ...(extra?.forced && { forcedColors: 'active' }) })
  const page = await context.newPage()
  page.on('response', r => r.status() >= 400 && console.log(r.status(), r.url())); page.on('console', m => m.type() === 'error' && console.log(name, m.text()))
  page.on('pageerror', e => console.log(name, String(e)))
  await page.goto(base + path)
  const who = page.getByRole('button', { name: extra?.who ?? 'Ana Reyes' }); await Promise.race([who.waitFor(), page.waitForSelector('h2')]).catch(() => {}); if (await who.isVisible()) await who.click();
  await page.waitForSelector(extra?.wait ?? 'h2', { timeout: 60000 })
  for (const click of extra?.click ?? []) await page.locator(click).first().click()
  await page.waitForTimeout(700)
  if (extra?.tall) { const h = await page.evaluate(() => { const m = document.querySelector('main'); const s=[...m.querySelectorAll('*')].find(e=>e.scrollHeight>e.clientHeight+4 && getComputedStyle(e).overflowY==='auto'); return s? s.scrollHeight+120 : 900 }); await page.setViewportSize({ width, height: h }) ; await page.waitForTimeout(300)}
  await page.screenshot({ path: `/tmp/overview/${name}.png` })
  await context.close()
}
await browser.close()
