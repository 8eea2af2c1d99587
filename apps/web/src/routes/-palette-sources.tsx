import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/routes'
import { searchCompanies } from '@goalkeeper/contract/catalogue'
import type { QueryClient } from '@tanstack/react-query'
import type { useNavigate } from '@tanstack/react-router'
import { Bookmark, Building2, CircleUserRound, ListFilter } from 'lucide-react'
import { findGoals, type FoundGoal } from '#web/features/goals/find-goals.ts'
import { viewsQuery } from '#web/features/views/view-queries.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { request } from '#web/shared/api/request.ts'
import type { PaletteGroup, PaletteItem } from '#web/shared/shell/palette.tsx'
import { calendarDateAt } from '#web/shared/time/calendar-date.ts'
import { Marked } from '#web/shared/ui/marked.tsx'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'

type Asked = {
  words: string
  signal: AbortSignal
  queryClient: QueryClient
  navigate: ReturnType<typeof useNavigate>
}

/** A kind of thing that the palette finds: it gives groups, best first. */
type Source = (asked: Asked) => Promise<PaletteGroup[]>

/** What the palette finds beside commands and pages, in the order in which it is shown. */
const sources: Source[] = [views, goalsAndPeople, companies]

/** Asks every source at once. One that fails fails the search: half of what there is would pass for all of it. */
export async function findEverything(asked: Asked): Promise<PaletteGroup[]> {
  const found = await Promise.all(sources.map((source) => source(asked)))
  return found.flat()
}

const mostViews = 5

async function views({ words, queryClient, navigate }: Asked): Promise<PaletteGroup[]> {
  const known = await queryClient.ensureQueryData(viewsQuery())
  const found = known.views.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
  return [
    {
      title: common.views,
      items: found.slice(0, mostViews).map(({ id, name, mine, owner }) => ({
        id: `view-${id}`,
        label: name,
        ...(!mine && { hint: owner }),
        icon: <Bookmark size={16} aria-hidden="true" />,
        go: () => void navigate({ to: '/goals', search: { view: id } }),
      })),
    },
  ]
}

const mostGoals = 8
const mostCompanies = 5

async function goalsAndPeople({ words, signal, queryClient, navigate }: Asked): Promise<PaletteGroup[]> {
  const { fields } = await queryClient.ensureQueryData(fieldsQuery())
  const goals = await findGoals(words, fields, { today: calendarDateAt(new Date()), limit: mostGoals, signal })
  const all: PaletteItem = {
    id: 'all',
    label: texts.allGoalsWith(words),
    icon: <ListFilter size={16} aria-hidden="true" />,
    go: () => void navigate({ to: '/goals', search: { q: words } }),
  }
  const goTo = (gsid: string) => () => void navigate({ to: '/goals/$gsid', params: { gsid } })
  return [
    {
      title: common.goals,
      items: goals.length === 0 ? [] : [...goals.map((goal) => goalItem(goal, goTo(goal.gsid))), all],
    },
    {
      title: common.people,
      items: csmsIn(goals).map((name) => ({
        id: `csm-${name}`.replace(/\s+/g, '-'),
        label: texts.goalsOf(name),
        hint: common.csm,
        icon: <CircleUserRound size={16} aria-hidden="true" />,
        go: () => void navigate({ to: '/goals', search: { filter: { field: csmField, op: 'EQ', value: [name] } } }),
      })),
    },
  ]
}

function goalItem({ gsid, name, companyName, meaning, found }: FoundGoal, go: () => void): PaletteItem {
  const inName = found.find(({ field, text }) => field === 'Name' && text === name)
  const elsewhere = found.find(({ field }) => field !== 'Name' && field !== 'CompanyName')
  const inCompany = found.find(({ field, text }) => field === 'CompanyName' && text === companyName)
  return {
    id: gsid,
    label: name,
    ...(inName && { marks: inName.marks }),
    hint: elsewhere ? (
      <>
        {elsewhere.label}: <Marked text={elsewhere.text} marks={elsewhere.marks} />
      </>
    ) : (
      <Marked text={companyName} marks={inCompany?.marks ?? []} />
    ),
    icon: <StatusShape meaning={meaning} />,
    go,
  }
}

const csmField = 'CompanyId__gr.Csm__gr.Name'

/** The CSMs by whom goals were found: who looks for a person wants their goals. */
const csmsIn = (goals: readonly FoundGoal[]): string[] => [
  ...new Set(goals.flatMap(({ found }) => found.filter(({ field }) => field === csmField).map(({ text }) => text))),
]

async function companies({ words, signal, navigate }: Asked): Promise<PaletteGroup[]> {
  const found = await request(searchCompanies, { query: { search: words, limit: mostCompanies } }, { signal })
  return [
    {
      title: texts.companies,
      items: found.companies.map(({ gsid, name, hint }) => ({
        id: gsid,
        label: name,
        ...(hint && { hint }),
        icon: <Building2 size={16} aria-hidden="true" />,
        go: () => void navigate({ to: '/companies/$gsid', params: { gsid } }),
      })),
    },
  ]
}
