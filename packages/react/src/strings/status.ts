import type { Link, Phase } from '@threadwork/core'

export interface StatusStrings {
  readonly label: string
  readonly phases: Readonly<Record<Phase, string>>
  readonly links: Readonly<Record<Link, string>>
  readonly typing: string
}

export const englishStatus: StatusStrings = {
  label: 'Conversation status',
  phases: {
    idle: 'Ready',
    sending: 'Sending',
    'ai-running': 'Thinking',
    'skill-running': 'Running a skill',
    'awaiting-approval': 'Waiting for your approval',
    'awaiting-connection': 'Waiting for your account',
    'awaiting-input': 'Waiting for your details',
    failed: 'Failed',
  },
  links: { live: 'Live', recovering: 'Reconnecting', offline: 'Offline' },
  typing: 'Assistant is working',
}
