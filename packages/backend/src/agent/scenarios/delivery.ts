import { type Part, pause, say, useSkill } from '../draw-graph.ts'
import { skills } from '../catalogue.ts'
import { type Scenario, bothWires, headlessOnly } from './scenario.ts'

const interruptStreams: Part = {
  type: 'tool',
  name: 'Interrupt the streams',
  config: { tool: 'development.interrupt_streams', input: { reason: 'upstream_reset', retryAfterMs: 500 } },
}

/** What goes wrong on the way, or takes long. */
export const deliveryScenarios: readonly Scenario[] = [
  {
    id: 'interrupted-stream',
    title: 'A stream that is interrupted in the middle',
    prompt: 'Count the stock in all warehouses',
    wires: headlessOnly,
    words: ['warehouses', 'warehouse', 'interrupt', 'interrupted'],
    story: [
      { ...pause(400), beside: [[pause(900), interruptStreams]] },
      useSkill(skills.countInventory, 2100),
      pause(400),
      say('There are **1,284** items in three warehouses: 812 in Lisbon, 377 in Porto and 95 in Faro.'),
      pause(300),
      useSkill(skills.checkStock, 700),
      pause(300),
      say('Two of them, the ceramic lamp and the oak tray, are below the level at which you reorder.'),
    ],
  },
  {
    id: 'slow-answer',
    title: 'A slow answer, to try drops on',
    prompt: 'Think it over slowly',
    wires: bothWires,
    words: ['slowly', 'slow', 'think it over'],
    story: [
      pause(2000),
      say(
        'I take my time. There are four points to weigh; the first is **what was promised**: delivery within two days.',
      ),
      pause(4000),
      say('The second is **what happened**: the parcel spent three days in a depot that was closed.'),
      pause(4000),
      say('The third is **whose fault that is**: the carrier’s, by the terms of the contract.'),
      pause(4000),
      say(
        'The fourth is **what is fair**: the delivery fee back, and a note to the carrier. That is what I suggest.',
      ),
    ],
  },
]
