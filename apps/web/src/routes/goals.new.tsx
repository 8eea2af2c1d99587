import * as common from '@goalkeeper/texts/common'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { companyQuery } from '#web/features/companies/company-query.ts'
import { CreateGoal } from '#web/features/goal-form/create-goal.tsx'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

export const Route = createFileRoute('/goals/new')({
  validateSearch: z.object({ company: z.string().optional().catch(undefined) }),
  loaderDeps: ({ search: { company } }) => ({ company }),
  loader: ({ context: { queryClient }, deps: { company } }) =>
    Promise.all([
      queryClient.ensureQueryData(statusQuery()),
      company === undefined ? null : queryClient.ensureQueryData(companyQuery(company)),
    ]),
  component: NewGoalRoute,
})

function NewGoalRoute() {
  const { company: companyId } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const { data: company } = useQuery({ ...companyQuery(companyId ?? ''), enabled: companyId !== undefined })
  const close = () => void navigate({ to: '/goals', search: (last) => ({ ...last, company: undefined }) })
  return (
    <SidePanel label={common.newGoal} defaultWidth={640} onClose={close}>
      <CreateGoal
        key={companyId}
        fields={fields}
        statuses={statuses}
        company={company ? { gsid: company.gsid, name: company.name, hint: company.hint } : null}
        onCreated={(gsid) =>
          void navigate({ to: '/goals/$gsid', params: { gsid }, search: (last) => ({ ...last, company: undefined }) })
        }
        onReopen={() => void navigate({ to: '/goals/new', search: companyId ? { company: companyId } : {} })}
        onClose={close}
      />
    </SidePanel>
  )
}
