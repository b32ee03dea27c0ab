import type { SkillItem } from '@threadwork/core'
import type { ResultSource } from './result-source.ts'

export type OutputState =
  | { readonly status: 'waiting' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: unknown }
  | { readonly status: 'failed'; readonly message: string }

/** The outputs that were fetched, each once, whatever mounts and unmounts. */
export interface OutputStore {
  read(skill: SkillItem): OutputState
  /** Fetches what was not fetched yet. */
  load(skill: SkillItem): void
  /** Fetches what failed once more. */
  retry(skill: SkillItem): void
  subscribe(listener: () => void): () => void
  /** Until the returned function is called; then what is under way is given up, and may be fetched anew later. */
  open(): () => void
}

const waiting: OutputState = { status: 'waiting' }

const nameOf = ({ runId, key }: SkillItem): string => `${runId ?? ''} ${key}`

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))

export const createOutputStore = (source: ResultSource): OutputStore => {
  const outputs = new Map<string, OutputState>()
  const listeners = new Set<() => void>()
  let life = new AbortController()

  const put = (skill: SkillItem, state: OutputState, { aborted }: AbortSignal): void => {
    if (aborted) return
    outputs.set(nameOf(skill), state)
    for (const listener of listeners) listener()
  }
  const fetchOutput = async (skill: SkillItem): Promise<void> => {
    const { signal } = life
    put(skill, { status: 'loading' }, signal)
    try {
      put(skill, { status: 'ready', data: await source.load(skill, signal) }, signal)
    } catch (reason) {
      put(skill, { status: 'failed', message: messageOf(reason) }, signal)
    }
  }
  return {
    read: (skill) => outputs.get(nameOf(skill)) ?? waiting,
    load(skill) {
      if (!outputs.has(nameOf(skill))) void fetchOutput(skill)
    },
    retry(skill) {
      if (outputs.get(nameOf(skill))?.status === 'failed') void fetchOutput(skill)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open() {
      if (life.signal.aborted) life = new AbortController()
      return () => {
        life.abort()
        for (const [name, { status }] of outputs) if (status === 'loading') outputs.delete(name)
      }
    },
  }
}
