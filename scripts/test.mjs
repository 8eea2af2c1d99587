// npm test: installs what it needs, runs every kind of test, and closes with "N passed, N failed".
// Lint, format, types and build count as one test each, and so does the budget of the built scripts. What failed is named once more at the end.
// `npm test -- unit e2e` runs only the named steps.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { failedOfPlaywright, failedOfVitest } from './failed-tests.mjs'
import { overBudget } from './script-sizes.mjs'
import { build, environmentWithoutSecrets, install, node24, pnpmVersion, root, runScript, Stop } from './toolchain.mjs'

const reports = join(root, 'test-results', 'reports')
const bin = (name) => join(root, 'node_modules', '.bin', name)

const steps = {
  lint: () => single(bin('oxlint'), ['--type-aware', '--deny-warnings']),
  format: () => single(bin('oxfmt'), ['--check']),
  types: () => single('pnpm', ['-r', 'types']),
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  trials: () => vitest('trials'),
  build: () => {
    build()
    const faults = overBudget()
    return faults.length > 0 ? { passed: 1, failed: 1, names: faults } : { passed: 2, failed: 0 }
  },
  e2e: playwright,
}

await runScript(() => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !(name in steps))
  if (unknown) throw new Stop(`There is no step "${unknown}". The steps are: ${Object.keys(steps).join(', ')}.`)
  install()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0, names: [] }
  for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
    const started = Date.now()
    console.log(`\n── ${name}`)
    const { passed, failed, names = [] } = counted(steps[name])
    console.log(`── ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`)
    total.passed += passed
    total.failed += failed
    // An error outside any test has no name but that of its step.
    total.names.push(...(failed > 0 && names.length === 0 ? [name] : names))
  }
  if (total.names.length > 0) console.log(`\nFailed:\n${total.names.join('\n')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
})

/** A step that stops counts as one failure; the steps after it still run. */
function counted(step) {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}

function run(command, args, environment = {}) {
  const name = command === 'pnpm' ? 'npx' : command
  const all = command === 'pnpm' ? ['--yes', pnpmVersion, ...args] : args
  return (
    spawnSync(name, all, {
      cwd: root,
      env: { ...environmentWithoutSecrets(), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status === 0
  )
}

function single(command, args) {
  return run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function vitest(project) {
  const file = join(reports, `${project}.json`)
  const ok = run(node24, [
    bin('vitest').replace(/vitest$/, '../vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  const failed = report?.numFailedTests ?? 0
  // A file that does not load, or an error outside any test, fails the run without failing a test.
  return {
    passed: report?.numPassedTests ?? 0,
    failed: ok ? failed : Math.max(failed, 1),
    names: failedOfVitest(report),
  }
}

function playwright() {
  const browser = findBrowser()
  const file = join(reports, 'e2e.json')
  const ok = run(
    node24,
    [
      join(root, 'e2e', 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      'e2e/playwright.config.ts',
    ],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      ...(browser.path ? { GOALKEEPER_BROWSER: browser.path } : {}),
    },
  )
  const report = readReport(file)
  const failed = report?.stats.unexpected ?? 0
  return {
    passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
    failed: ok ? failed : Math.max(failed, 1),
    names: failedOfPlaywright(report),
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
