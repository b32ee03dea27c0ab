import type { Transport } from '@threadwork/core'
import {
  Chat,
  Composer,
  ConversationList,
  OriginPolicyProvider,
  Thread,
  ThreadworkRoot,
} from '@threadwork/react'
import type { ReactElement } from 'react'
import { longTranscript, transcript } from './transcript-items.ts'

/** A backend that never answers: what a server draws of a conversation before it has heard of it. */
const silent = (): Transport => ({
  capabilities: {
    name: 'silent',
    delivery: 'pull',
    idempotent: [],
    commands: ['send-message'],
    stop: 'cancel',
  },
  open: () => ({
    submit: () => new Promise(() => undefined),
    read: () => new Promise(() => undefined),
    resume: () => Promise.resolve(false),
    renewLink: () => new Promise(() => undefined),
    stopListening: () => undefined,
    wake: () => undefined,
    close: () => undefined,
  }),
})

const policy = {
  linkOrigins: ['https://login.example.com'],
  imageOrigins: [],
  isLoopbackTrusted: false,
}

/** What is drawn on a server and comes alive in a browser, by name. */
export const pages: Readonly<Record<string, () => ReactElement>> = {
  thread: () => (
    <ThreadworkRoot style={{ blockSize: '100vh' }}>
      <OriginPolicyProvider value={policy}>
        <Thread items={transcript} phase="skill-running" agentName="Returns" />
      </OriginPolicyProvider>
    </ThreadworkRoot>
  ),
  long: () => (
    <ThreadworkRoot style={{ blockSize: '100vh' }}>
      <Thread items={longTranscript} />
    </ThreadworkRoot>
  ),
  chat: () => (
    <div style={{ blockSize: '100vh' }}>
      <Chat transport={silent()} conversationId="c1" title="Returns" />
    </div>
  ),
  around: () => (
    <ThreadworkRoot>
      <ConversationList
        conversations={[
          { id: 'c1', title: 'A lamp', updatedAt: Date.UTC(2026, 10, 19, 23, 30), state: 'idle' },
        ]}
        selectedId="c1"
        onSelect={() => undefined}
        onCreate={() => undefined}
      />
      <Composer onSend={() => undefined} />
    </ThreadworkRoot>
  ),
}
