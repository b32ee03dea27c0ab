import { createBackend, type Faults } from '@threadwork/backend'
import type { ResultSource } from '@threadwork/react'
import { resultChart } from '@threadwork/react/chart'
import { createHeadlessClient, headless } from '@threadwork/headless'
import type { ConversationId, Transport } from '@threadwork/core'

/** The whole of the other side in this page: the backend that the mocks serve, reached by the real adapter. */
export interface World {
  readonly transport: Transport
  readonly conversationId: ConversationId
  readonly results: ResultSource
  /** A request as the browser would send it. */
  readonly reach: (path: string, init?: RequestInit) => Promise<Response>
}

export interface WorldOptions {
  /** Multiplies every scripted delay. */
  readonly pace?: number
  readonly faults?: Faults
}

const url = '/api/chat'

/** Begins a backend with one empty conversation. */
export const createWorld = async ({ pace = 0.2, faults }: WorldOptions): Promise<World> => {
  const backend = createBackend({ pace, publicUrl: location.origin, ...(faults ? { faults } : {}) })
  const reach = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    backend.fetch(new Request(input instanceof Request ? input : new URL(input, location.origin), init))
  const client = createHeadlessClient({ url, fetch: reach })
  const conversationId = await client.createConversation()
  return {
    transport: headless({ url, fetch: reach }),
    conversationId,
    reach,
    results: {
      chart: resultChart,
      load: async ({ runId, skillName }) => {
        const query = new URLSearchParams({ run_id: runId ?? '', skill_name: skillName })
        const answer = await reach(`${url}/conversations/${conversationId}/skill-output?${query.toString()}`)
        if (answer.status === 404) return null
        const { output } = (await answer.json()) as { readonly output: unknown } // our own backend's form
        return output
      },
    },
  }
}
