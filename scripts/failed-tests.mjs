// The tests that failed, by the reports of Vitest and Playwright: one line each, with the first line of why.
import { stripVTControlCharacters } from 'node:util'

/** Of a report of Vitest. */
export function failedOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    // A file that does not load has no tests.
    if (status === 'failed' && failed.length === 0) return [line(name, 'does not load', message)]
    return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages[0]))
  })
}

/** Of a report of Playwright. */
export function failedOfPlaywright(report) {
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]
  return (report?.suites ?? [])
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => line(file, title, tests[0]?.results.at(-1)?.error?.message))
}

function line(file, title, why = '') {
  const plain = stripVTControlCharacters(why).split('\n')[0]
  return `${file} › ${title}${plain === '' ? '' : `\n    ${plain}`}`
}
