import {
  infiniteQueryOptions,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { RequestError } from '@threadwork/headless'
import type { ConversationId } from '@threadwork/core'
import type { ConversationSummary } from '@threadwork/react'
import { client, neighbours } from './transports.ts'

/** A scenario of the scripted agent: sending `prompt` plays it. */
export interface Scenario {
  readonly id: string
  readonly title: string
  readonly prompt: string
  readonly wires: readonly ('headless' | 'signalr')[]
}

// A refusal that only the person can mend is not asked again.
const isWorthRetrying = (count: number, error: Error): boolean =>
  count < 2 && !(error instanceof RequestError && ['signed-out', 'no-access'].includes(error.failure.reason))

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5000 } },
})

const stateWords = {
  idle: 'idle',
  'ai-running': 'running',
  'skill-running': 'running',
  'awaiting-approval': 'needs-you',
} as const

interface Page {
  readonly conversations: readonly ConversationSummary[]
  readonly cursor: string | null
}

const readPage = async (cursor: string | null): Promise<Page> => {
  const page = await client.listConversations({ limit: 50, cursor })
  const conversations = page.conversations.map(({ id, topic, state, updatedAt, createdAt }) => ({
    id,
    title: topic ?? '',
    updatedAt: updatedAt ?? createdAt ?? 0,
    state: state === null ? 'idle' : stateWords[state],
  }))
  return { conversations, cursor: page.cursor }
}

const conversations = infiniteQueryOptions({
  queryKey: ['conversations'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam }) => readPage(pageParam),
  getNextPageParam: ({ cursor }) => cursor,
  // One that moved up while the pages were read stands on two of them.
  select: ({ pages }) => {
    const all = pages.flatMap((page) => page.conversations)
    return [...new Map(all.map((conversation) => [conversation.id, conversation])).values()]
  },
  refetchInterval: 15_000,
})

export const useConversations = () => useInfiniteQuery(conversations)

const listTopic = 'conversations'

/** Reads the list of conversations anew where it is shown. */
export const refreshConversations = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['conversations'] })

// Another tab made or deleted one, or its first message named it.
neighbours.listen(listTopic, () => void refreshConversations())

const tellList = (): Promise<void> => {
  neighbours.post(listTopic, 'changed')
  return refreshConversations()
}

export const useDeleteConversation = () =>
  useMutation({
    mutationFn: (id: string) => client.deleteConversation(id as ConversationId), // the id of a row of the list
    onSuccess: tellList,
  })

export const useCreateConversation = () =>
  useMutation({
    mutationFn: () => client.createConversation(),
    onSuccess: tellList,
  })

export const useScenarios = () =>
  useQuery({
    queryKey: ['scenarios'],
    staleTime: Infinity,
    queryFn: async (): Promise<readonly Scenario[]> => {
      const answer = await fetch('/api/chat/scenarios', { headers: { 'X-Threadwork': '1' } })
      if (!answer.ok) return []
      const body: unknown = await answer.json()
      const list = Array.isArray(body) ? body : (body as { readonly scenarios?: unknown }).scenarios // either form
      return Array.isArray(list) ? (list as readonly Scenario[]) : [] // our own backend's list
    },
  })

/** The person who is signed in; `signed-out` where a sign-in is needed. */
export type Person =
  | { readonly status: 'signed-in'; readonly name: string | null }
  | { readonly status: 'signed-out' }

export const usePerson = () =>
  useQuery({
    queryKey: ['person'],
    staleTime: 60_000,
    queryFn: async (): Promise<Person> => {
      if (__MOCKED__) return { status: 'signed-in', name: null }
      const answer = await fetch('/auth/session', { headers: { 'X-Threadwork': '1' } })
      if (answer.status === 401) return { status: 'signed-out' }
      if (!answer.ok)
        throw new Error(`The server did not say who is signed in (${answer.status}). Try again.`)
      const body = (await answer.json()) as { readonly user?: { readonly name?: string } } // the BFF's own form
      return { status: 'signed-in', name: body.user?.name ?? null }
    },
  })

/** Where links may lead and images may come from. */
export interface Policy {
  readonly linkOrigins: readonly string[]
  readonly imageOrigins: readonly string[]
}

export const usePolicy = () =>
  useQuery({
    queryKey: ['policy'],
    staleTime: Infinity,
    queryFn: async (): Promise<Policy> => {
      if (__MOCKED__) return { linkOrigins: [], imageOrigins: [] }
      const answer = await fetch('/config.json', { headers: { 'X-Threadwork': '1' } })
      return (await answer.json()) as Policy // the BFF's own form
    },
  })
