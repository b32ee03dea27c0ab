import {
  Composer,
  ConversationList,
  OriginPolicyProvider,
  StatusPill,
  StringsProvider,
  Thread,
} from '@threadwork/react'
import type { ReactElement } from 'react'
import { everyItem } from './items.ts'
import type { Language } from './packs.ts'

const policy = { linkOrigins: ['https://login.example.com'], imageOrigins: [], isLoopbackTrusted: false }
const noon = new Date().setHours(12, 0, 0, 0)
const nothing = (): void => {}
const actions = { send: nothing }

/** A part of each kind in one language, so that its words are seen in their places. */
export const EveryPart = ({ language }: { readonly language: Language }): ReactElement => (
  <OriginPolicyProvider value={policy}>
    <StringsProvider strings={language.strings}>
      <div lang={language.tag} dir={language.direction} style={{ display: 'grid', gap: 16 }}>
        <StatusPill phase="awaiting-approval" link="live" />
        <div style={{ display: 'grid', blockSize: 1500 }}>
          <Thread items={everyItem} actions={actions} />
        </div>
        <Composer onSend={nothing} onStop={nothing} phase="ai-running" />
        <ConversationList
          conversations={[{ id: 'c1', title: '', updatedAt: noon, state: 'needs-you' }]}
          onSelect={nothing}
          onCreate={nothing}
          onDelete={async () => {}}
        />
      </div>
    </StringsProvider>
  </OriginPolicyProvider>
)
