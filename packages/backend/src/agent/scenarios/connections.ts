import { connect, pause, say, useSkill } from '../draw-graph.ts'
import { skills } from '../catalogue.ts'
import { type Scenario, bothWires } from './scenario.ts'

/** A skill that needs the person's own account of another service. */
export const connectionScenarios: readonly Scenario[] = [
  {
    id: 'connection',
    title: 'An account that must be connected',
    prompt: 'Open a Salesforce case for order A-1042',
    wires: bothWires,
    words: ['salesforce', 'connect', 'connection'],
    story: [
      pause(500),
      say('I can open the case in your name. For that I need access to your Salesforce account, once.'),
      connect('connect', 'Salesforce', {
        authorized: [
          useSkill(skills.createCase, 1500),
          pause(300),
          say(
            'Thank you, your account is connected. I opened case **00104-77** for order A-1042; its owner is you.',
          ),
        ],
        denied: [
          say(
            'Salesforce tells me that access was denied, so I opened no case. Ask again whenever you change your mind.',
          ),
        ],
        skipped: [
          say(
            'All right, without Salesforce. I noted the problem on the order itself, where the team will see it.',
          ),
        ],
      }),
    ],
  },
]
