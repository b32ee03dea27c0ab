import { pause, say } from './draw-graph.ts'
import { type Scenario, type ScenarioEntry, type WireName, bothWires } from './scenarios/scenario.ts'
import { allScenarios, shownScenarios } from './scenarios/scenarios.ts'

/** What the scripted agent can do, as a menu lists it. */
export const scenarios: readonly ScenarioEntry[] = shownScenarios.map(({ id, title, prompt, wires }) => ({
  id,
  title,
  prompt,
  wires,
}))

/**
 * The scenario that a message asks for, on the wire that it came by: by its exact prompt, else by a word; else the one
 * that explains itself, or that says why it cannot be told here.
 */
export function chooseScenario(message: string, wire: WireName): Scenario {
  const text = message.toLowerCase()
  const chosen =
    allScenarios.find((scenario) => scenario.prompt.toLowerCase() === text.trim()) ??
    allScenarios.find((scenario) => scenario.words.some((word) => hasWord(text, word))) ??
    help
  return chosen.wires.includes(wire) ? chosen : elsewhere(chosen)
}

const elsewhere = ({ title }: Scenario): Scenario => ({
  id: 'elsewhere',
  title,
  prompt: '',
  wires: bothWires,
  words: [],
  story: [
    pause(300),
    say(
      `“${title}” needs the SSE wire: it is about that wire's own streams. Choose *Headless API* as the wire and ask again.`,
    ),
  ],
})

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
  story: [
    pause(400),
    say(
      [
        'I am the scripted returns assistant: I have no model behind me, and answer to what you write. Try one of these:',
        ...allScenarios.map(
          (scenario) =>
            `- **${scenario.prompt}** ${scenario.title.toLowerCase()}; I listen for ${scenario.words.map((word) => `*${word}*`).join(', ')}`,
        ),
      ].join('\n'),
    ),
  ],
}
