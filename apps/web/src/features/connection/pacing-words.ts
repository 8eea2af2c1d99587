import * as texts from '@goalkeeper/texts/connection'
import type { Budget } from '@goalkeeper/contract/status'
import { atLeastOne, callsOfLane } from '@goalkeeper/contract/lane-part'
import { pacingForm, type PacingForm } from './pacing-form.ts'
import { grouped } from '@goalkeeper/texts/counted'

type Limits = { minute: Pick<Budget['minute'], 'tenantLimit'>; day: Pick<Budget['day'], 'tenantLimit'> } & Pick<
  Budget,
  'usualShare'
>

/** What each number comes to in calls at the tenant's present limits; nothing for a number that cannot be. */
export function pacingWords(form: PacingForm, { minute, day, usualShare }: Limits) {
  const { share, reserve, scripts } = pacingForm.shape
  if (!share.safeParse(form.share.trim()).success) return { share: '', reserve: '', scripts: '' }
  const percent = form.share.trim() === '' ? usualShare : Number(form.share)
  const part = (limit: number) => Math.max(1, Math.floor((limit * percent) / 100))
  const calls = part(minute.tenantLimit)
  const sum = texts.ofADay(percent, minute.tenantLimit, each(calls), part(day.tenantLimit))
  if (!reserve.safeParse(form.reserve).success) return { share: sum, reserve: '', scripts: '' }
  const kept = Number(form.reserve)
  const most = (lane: 'changes' | 'scripts' | 'sync') => callsOfLane(calls, lane, kept)
  const own = atLeastOne((calls * Number(form.scripts)) / 100)
  return {
    share: sum,
    reserve:
      kept === 0
        ? texts.nothingIsKeptFreeEverybodyMay
        : texts.changesOfManyGoalsStopAt(
            most('changes'),
            each(calls),
            most('scripts'),
            most('sync'),
            seconds(60 / calls),
          ),
    scripts: scripts.safeParse(form.scripts).success
      ? texts.allScriptsTogether(each(Math.min(own, most('scripts'))))
      : '',
  }
}

/** How long the quiet hours are, in words; nothing while they cannot be. */
export function quietWords({ from, to }: Pick<PacingForm, 'from' | 'to'>): string {
  const minutes = (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes
  if (!Number.isFinite(minutes) || minutes === 0) return ''
  const parts = [Math.floor(minutes / 60), minutes % 60].map(
    (value, index) => value && `${value} ${index ? 'min' : 'h'}`,
  )
  return texts.forADayListsShowWhat(parts.filter(Boolean).join(' '), from)
}

const dayMinutes = 24 * 60

function minutesOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time
    .split(':')
    .map((part) => (part === '' ? Number.NaN : Number(part)))
  return hours * 60 + minutes
}

const each = (calls: number) => texts.aMinute(calls)
const seconds = (value: number) => `${grouped(value, { maximumFractionDigits: 1 })} s`
