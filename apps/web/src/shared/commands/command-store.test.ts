import { expect, test } from 'vitest'
import { offerCommands, readCommands, runCommand } from './command-store.ts'

test('commands are offered until they are taken back, the nearest place first, and run by their label', () => {
  const done: string[] = []
  const command = (label: string) => ({ label, run: () => done.push(label) })
  const everywhere = offerCommands(() => ({ place: 'Everywhere', commands: [command('Help')] }))
  const list = offerCommands(() => ({
    place: 'This list',
    commands: [command('Export')],
    hints: [{ keys: '↑ ↓', label: 'Row' }],
  }))
  const more = offerCommands(() => ({ place: 'This list', commands: [command('Sort')] }))
  expect(readCommands().map(({ place, commands }) => [place, ...commands.map(({ label }) => label)])).toEqual([
    ['This list', 'Export', 'Sort'],
    ['Everywhere', 'Help'],
  ])
  runCommand('Export')
  list()
  runCommand('Export')
  runCommand('Help')
  expect(done).toEqual(['Export', 'Help'])
  more()
  everywhere()
  expect(readCommands()).toEqual([])
})
