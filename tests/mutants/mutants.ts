/** One planted defect of the core: what stands in the source, what takes its place, and the test that must notice. */
export interface Mutant {
  readonly name: string
  readonly patches: readonly Patch[]
  /** A file of packages/core/src, and the title of a test in it. */
  readonly killer: readonly [file: string, title: string]
}

export interface Patch {
  readonly file: string
  /** Must stand in the file exactly once. */
  readonly from: string
  readonly to: string
}

/** The twelve mistakes that clients of such backends make, planted in the core. */
export const mutants: readonly Mutant[] = [
  {
    name: 'seed 001’s loop: the turn is over when its stream is',
    patches: [
      {
        file: 'recovery.ts',
        from: "if (input.reason === 'aborted') return",
        to: 'if (input.reason) return',
      },
    ],
    killer: ['recovery.test.ts', 'keeps the screen and says that it recovers when a stream breaks'],
  },
  {
    name: 'no de-dup: an event that comes again is one more event',
    patches: [{ file: 'ledger-run.ts', from: 'if (numbered[index]?.seq === seq) return false', to: '' }],
    killer: [
      'laws.test.ts',
      'idempotence: joining the same facts again changes nothing, not even an identity',
    ],
  },
  {
    name: 'cards by name only: the oldest card of a skill takes every event',
    patches: [
      {
        file: 'reduce-card.ts',
        from: "named(index, event) ?? cards.find((card) => card.status === 'running') ?? findWaiting(cards, decisions)",
        to: 'cards[0]',
      },
    ],
    killer: ['reduce.test.ts', 'a terminal event with a call finds the card of that call, not the oldest'],
  },
  {
    name: 'a message ends the turn',
    patches: [
      {
        file: 'reduce-run.ts',
        from: "    case 'turn-ended':",
        to: "    case 'message':\n      fold.hasEnded = true\n    // falls through\n    case 'turn-ended':",
      },
    ],
    killer: [
      'laws.test.ts',
      'prefix safety: no prefix of a stream shows a finished turn before its end arrived',
    ],
  },
  {
    name: 'events stand in the order in which they came',
    patches: [
      { file: 'ledger-run.ts', from: 'numbered.splice(index, 0, event)', to: 'numbered.push(event)' },
    ],
    killer: ['laws.test.ts', 'commutativity: any order of arrival gives the same view'],
  },
  {
    name: 'idle is believed although it is older than the newest event',
    patches: [{ file: 'reduce-turn.ts', from: ' && read.at >= fold.at', to: '' }],
    killer: ['reduce.test.ts', 'is not believed from an idle that is older than the newest event'],
  },
  {
    name: 'idle is believed while an approval is open',
    patches: [{ file: 'reduce-turn.ts', from: 'hasOpenApproval(fold, ledger) || ', to: '' }],
    killer: ['reduce.test.ts', 'is not believed from an idle while an approval is open'],
  },
  {
    name: 'a run with a successor goes on spinning',
    patches: [{ file: 'reduce-turn.ts', from: '!around.isNewest || ', to: '' }],
    killer: ['reduce.test.ts', 'comes with a successor, whose start leaves nothing spinning behind it'],
  },
  {
    name: 'a second click is a second decision',
    patches: [
      {
        file: 'outbox.ts',
        from: 'if (isTaken(outbox, intent)) return [outbox, []]',
        to: 'isTaken(outbox, intent)',
      },
    ],
    killer: ['outbox.test.ts', 'sends one decision for a double click, and for the opposite answer after it'],
  },
  {
    name: 'a lost answer is sent again without looking',
    patches: [
      {
        file: 'outbox-answer.ts',
        from: 'const isSafe = outbox.idempotent.includes(intent.command.type)',
        to: 'const isSafe = true',
      },
    ],
    killer: [
      'outbox.test.ts',
      'looks twice before it says that a message did not arrive, and never sends it by itself',
    ],
  },
  {
    name: 'a decision leaves before it is stored',
    patches: [
      {
        file: 'outbox-state.ts',
        from: "[store, { type: 'send', id: intent.id, after }]",
        to: "[{ type: 'send', id: intent.id, after }, store]",
      },
    ],
    killer: ['outbox.test.ts', 'stores an intent before it sends it'],
  },
  {
    name: 'the word idle closes a turn whose last events were not read',
    patches: [{ file: 'recovery.ts', from: 'need.isEndUnseen || ', to: '' }],
    killer: [
      'recovery.test.ts',
      'reads three times more when only the word idle ended a turn, for that may be younger than the events',
    ],
  },
]
