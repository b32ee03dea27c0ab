import { pause, say, useSkill } from '../turn/beat.ts'
import { skills } from './catalogue.ts'
import { type Scenario, headlessOnly } from './scenario.ts'

/** A skill that needs the person's own account of another service. */
export const connectionScenarios: readonly Scenario[] = [
  {
    id: 'connection',
    title: 'An account that must be connected',
    prompt: 'Open a Salesforce case for order A-1042',
    wires: headlessOnly,
    words: ['salesforce', 'connect', 'connection'],
    script: () => [
      pause(500),
      say('I can open the case in your name. For that I need access to your Salesforce account, once.'),
      {
        type: 'request-connection',
        connector: 'Salesforce',
        authorized: [
          ...useSkill(skills.createCase, 1500),
          pause(300),
          say(
            'Thank you, your account is connected. I opened case **00104-77** for order A-1042; its owner is you.',
          ),
        ],
        denied: [
          pause(300),
          say(
            'Salesforce tells me that access was denied, so I opened no case. Ask again whenever you change your mind.',
          ),
        ],
        skipped: [
          pause(300),
          say(
            'All right, without Salesforce. I noted the problem on the order itself, where the team will see it.',
          ),
        ],
      },
    ],
  },
]
