import type { Link, Phase } from '@threadwork/core'
import type { ScenarioStep } from './scenario-step.ts'

/** How the way to the backend stands after a step: lost in the middle of a turn, and found again when it is over. */
export const nextLink = (link: Link, step: ScenarioStep, phase: Phase): Link => {
  if (step.type !== 'signal') return phase === 'idle' ? 'live' : link
  switch (step.signal) {
    case 'ping':
      return link
    case 'eof':
    case 'interrupted':
      return phase === 'idle' ? link : 'recovering'
    case 'drop':
      return 'recovering'
    case 'reconnected':
      return 'live'
  }
}
