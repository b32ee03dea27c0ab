import { pause, say, useSkill } from '../turn/beat.ts'
import { skills } from './catalogue.ts'
import { type Scenario, headlessOnly } from './scenario.ts'

/** Skills that simply run: one, three at once, one twice, and one that fails. */
export const skillScenarios: readonly Scenario[] = [
  {
    id: 'three-skills',
    title: 'Three skills at once',
    prompt: 'Check everything about order A-1042',
    wires: headlessOnly,
    words: ['everything', 'parallel'],
    script: () => [
      pause(400),
      { type: 'begin-skills', skills: [skills.lookUpOrder, skills.findPayment, skills.checkStock] },
      pause(800),
      { type: 'end-skill', skill: skills.lookUpOrder, outcome: 'completed' },
      pause(700),
      { type: 'end-skill', skill: skills.checkStock, outcome: 'stopped' },
      pause(600),
      { type: 'end-skill', skill: skills.findPayment, outcome: 'completed' },
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
    wires: headlessOnly,
    words: ['compare', 'twice'],
    script: () => [
      pause(400),
      ...useSkill(skills.lookUpOrder, 900),
      pause(300),
      ...useSkill(skills.lookUpOrder, 1100),
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
    wires: headlessOnly,
    words: ['carrier', 'failure', 'fail', 'fails'],
    script: () => [
      pause(400),
      ...useSkill(skills.lookUpOrder, 700),
      pause(200),
      { type: 'begin-skills', skills: [skills.checkCourier] },
      pause(1500),
      {
        type: 'fail-skill',
        skill: skills.checkCourier,
        error: 'The courier API timed out after 10 s.',
      },
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
    wires: headlessOnly,
    words: ['refunds', 'chart'],
    script: () => [
      pause(400),
      ...useSkill(skills.reportRefunds, 1400),
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
    wires: headlessOnly,
    words: ['where is', 'track', 'look up', 'lookup'],
    script: () => [
      pause(500),
      ...useSkill(skills.lookUpOrder, 1200),
      pause(400),
      say('Order **A-1042** was delivered on 14 November at 10:42 and signed for by *A. Moreau*.'),
    ],
  },
]
