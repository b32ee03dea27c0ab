import type { ResultSource } from '@threadwork/react'
import { resultChart } from '@threadwork/react/chart'

/** What the skills of a conversation made, from the server that also serves the conversation. */
export const skillResultsOf = (conversationId: string): ResultSource => ({
  chart: resultChart,
  load: async ({ runId, skillName }, signal) => {
    if (runId === null) return null
    const query = new URLSearchParams({ run_id: runId, skill_name: skillName })
    const path = `/api/chat/conversations/${encodeURIComponent(conversationId)}/skill-output`
    const answer = await fetch(`${path}?${query}`, { headers: { 'X-Threadwork': '1' }, signal })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`The server did not give it (${answer.status}).`)
    const body = (await answer.json()) as { readonly output?: unknown } // our own backend's form
    return body.output ?? null
  },
})
