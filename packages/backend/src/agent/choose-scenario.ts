import { type Beat, pause, say } from '../turn/beat.ts'
import { answerScenarios } from './answers.ts'
import { approvalScenarios } from './approvals.ts'
import { connectionScenarios } from './connections.ts'
import { deliveryScenarios } from './delivery.ts'
import { type Scenario, type ScenarioEntry, type WireName, bothWires } from './scenario.ts'
import { skillScenarios } from './skills.ts'
import { workflowScenarios } from './workflows.ts'

// In this order: a message that names two of them gets the first.
const known: readonly Scenario[] = [
  ...deliveryScenarios,
  ...workflowScenarios,
  ...approvalScenarios,
  ...connectionScenarios,
  ...skillScenarios,
  ...answerScenarios,
]

// A menu begins with what an agent is for; what tries the way to it comes last.
const shown: readonly Scenario[] = [
  ...approvalScenarios.toReversed(),
  ...connectionScenarios,
  ...workflowScenarios,
  ...skillScenarios.toReversed(),
  ...answerScenarios,
  ...deliveryScenarios,
]

/** What the scripted agent can do, as a menu lists it. */
export const scenarios: readonly ScenarioEntry[] = shown.map(({ id, title, prompt, wires }) => ({
  id,
  title,
  prompt,
  wires,
}))

/** The scenario that a message asks for: by its exact prompt, else by a word; else the one that explains itself. */
export function chooseScenario(message: string): Scenario {
  const text = message.toLowerCase()
  return (
    known.find((scenario) => scenario.prompt.toLowerCase() === text.trim()) ??
    known.find((scenario) => scenario.words.some((word) => hasWord(text, word))) ??
    help
  )
}

/** What to play: the scenario, or, on a wire that has no words for it, a sentence that says so. */
export function scriptFor(scenario: Scenario, wire: WireName, message: string): readonly Beat[] {
  if (scenario.wires.includes(wire)) return scenario.script(message)
  return [
    pause(300),
    say(
      `“${scenario.title}” needs the SSE wire: the workflow hub has no events for skills, approvals and connections. Choose *Headless API* as the wire and ask again, or start a workflow here: **${starters}**.`,
    ),
  ]
}

const starters = workflowScenarios.map((scenario) => scenario.prompt).join('**, **')

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
  }
  return false
}

const help: Scenario = {
  id: 'help',
  title: 'What can you do?',
  prompt: 'What can you do?',
  wires: bothWires,
  words: ['help'],
  script: () => [
    pause(400),
    say(
      [
        'I am the scripted returns assistant: I have no model behind me, and answer to what you write. Try one of these:',
        ...known.map(
          (scenario) =>
            `- **${scenario.prompt}** ${scenario.title.toLowerCase()}; I listen for ${scenario.words.map((word) => `*${word}*`).join(', ')}`,
        ),
      ].join('\n'),
    ),
  ],
}
