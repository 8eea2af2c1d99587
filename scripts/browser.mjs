// Which Chromium the browser tests drive: the one on the machine, else Playwright's own, else (as root on Debian) the package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environmentWithoutSecrets, node24, root, Stop } from './toolchain.mjs'

/** Chromium without its windows, which a test would pay for and never look at. */
const headlessShell = '/usr/bin/chromium-headless-shell'

const onTheMachine = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** `path` is empty when Playwright is to use its own. `isWhole`: the browser that people have, and not the one without windows. */
export function findBrowser({ isWhole = false } = {}) {
  const path = onTheMachine.find((candidate) => existsSync(candidate) && !(isWhole && candidate === headlessShell))
  if (path) return { path }
  if (installPlaywrightsOwn()) return { path: '' }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log("Installing Debian's package of Chromium for the browser tests…")
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...environmentWithoutSecrets(), DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    apt('update', '-qq')
    // Not every release has the first.
    for (const name of isWhole ? ['chromium'] : ['chromium-headless-shell', 'chromium'])
      if (apt('install', '-y', '-qq', '--no-install-recommends', name) && existsSync(`/usr/bin/${name}`))
        return { path: `/usr/bin/${name}` }
  }
  throw new Stop(
    'The browser tests need Chromium or Google Chrome: none was found on this machine and none could be installed.',
  )
}

function installPlaywrightsOwn() {
  const cli = join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js')
  return (
    spawnSync(node24, [cli, 'install', 'chromium'], {
      stdio: 'ignore',
      env: environmentWithoutSecrets(),
      timeout: 300_000,
    }).status === 0
  )
}
