import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/goals')({ component: () => <div>list</div> })
