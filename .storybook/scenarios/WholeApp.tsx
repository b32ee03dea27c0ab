import { Chat } from '@threadwork/react'
import type { ReactElement } from 'react'
import type { World } from './create-world.ts'

export interface WholeAppProps {
  readonly world: World
}

const suggestions = ['Where is order A-1042?', 'Onboard a new supplier']

/** The app as a host builds it, over a world of its own. */
export const WholeApp = ({ world }: WholeAppProps): ReactElement => (
  <div style={{ blockSize: 'min(760px, 92vh)', display: 'grid' }}>
    <Chat
      transport={world.transport}
      conversationId={world.conversationId}
      title="Returns desk"
      agentName="Returns assistant"
      linkOrigins={[location.origin]}
      results={world.results}
      suggestions={suggestions}
    />
  </div>
)
