import { pause, say, useSkill } from '../draw-graph.ts'
import { skills } from '../catalogue.ts'
import { type Scenario, bothWires } from './scenario.ts'

/** Skills that simply run: one, three at once, one twice, and one that fails. */
export const skillScenarios: readonly Scenario[] = [
  {
    id: 'three-skills',
    title: 'Three skills at once',
    prompt: 'Check everything about order A-1042',
    wires: bothWires,
    words: ['everything', 'parallel'],
    story: [
      {
        ...pause(400),
        beside: [
          [useSkill(skills.lookUpOrder, 800)],
          [useSkill(skills.checkStock, 1500, { outcome: 'stopped' })],
        ],
      },
      useSkill(skills.findPayment, 2100),
      pause(500),
      say(
        [
          'Here is everything I found about order **A-1042**:',
          '',
          '| What | Result |',
          '|---|---|',
          '| Order | Ceramic lamp, delivered on 14 November |',
          '| Payment | € 90.50, card ending 4402 |',
          '| Stock | 12 lamps in Lisbon, 3 in Porto |',
          '',
          'A replacement could leave today.',
        ].join('\n'),
      ),
    ],
  },
  {
    id: 'same-skill-twice',
    title: 'The same skill twice',
    prompt: 'Compare orders A-1042 and A-1043',
    wires: bothWires,
    words: ['compare', 'twice'],
    story: [
      pause(400),
      useSkill(skills.lookUpOrder, 900),
      pause(300),
      useSkill(skills.lookUpOrder, 1100),
      pause(400),
      say(
        'Both orders went to the same address. **A-1042** (€ 90.50) was delivered on 14 November; **A-1043** (€ 32.00) is still in the warehouse, so it can be cancelled free of charge.',
      ),
    ],
  },
  {
    id: 'failing-skill',
    title: 'A skill that fails',
    prompt: 'What does the carrier say about A-1042?',
    wires: bothWires,
    words: ['carrier', 'failure', 'fail', 'fails'],
    story: [
      pause(400),
      useSkill(skills.lookUpOrder, 700),
      pause(200),
      useSkill(skills.checkCourier, 1500, { error: 'The courier API timed out after 10 s.' }),
      pause(400),
      say(
        'I found the order, but the courier did not answer. Their service is usually back within a few minutes: ask me again, or write to **claims@courier.example** with the number *CX-88120*.',
      ),
    ],
  },
  {
    id: 'refund-report',
    title: 'A result as a chart',
    prompt: 'How many refunds did we make in the last 30 days?',
    wires: bothWires,
    words: ['refunds', 'chart'],
    story: [
      pause(400),
      useSkill(skills.reportRefunds, 1400),
      pause(400),
      say(
        'Here are the refunds of the last **30 days**. Every seventh day stands out: that is when the claims of the week are settled.',
      ),
    ],
  },
  {
    id: 'one-skill',
    title: 'One skill',
    prompt: 'Where is order A-1042?',
    wires: bothWires,
    words: ['where is', 'track', 'look up', 'lookup'],
    story: [
      pause(500),
      useSkill(skills.lookUpOrder, 1200),
      pause(400),
      say('Order **A-1042** was delivered on 14 November at 10:42 and signed for by *A. Moreau*.'),
    ],
  },
]
