/** One row that a thread must show in the end: what it is, how it stands, and words that it must hold. */
export interface ToldRow {
  readonly kind: string
  readonly status: string
  readonly words: string
}

/** What a person says, and what a thread that missed nothing shows of it. */
export interface ToldStory {
  readonly prompt: string
  readonly rows: readonly ToldRow[]
}

const message = (words: string): ToldRow => ({ kind: 'message', status: 'complete', words })
const skill = (words: string): ToldRow => ({ kind: 'skill', status: 'completed', words })

const tell = (prompt: string, ...rows: readonly ToldRow[]): ToldStory => ({
  prompt,
  rows: [message(prompt), ...rows],
})

/** Written by hand, so that no code of the product says what is right. Of each message its last words. */
export const toldStories: readonly ToldStory[] = [
  tell(
    'Show me the quarterly pipeline report',
    message('Benelux'),
    message('are no longer used.'),
    message('and I go into detail.'),
  ),
  tell(
    'Order A-1042 arrived broken. Can I get my money back?',
    skill('Look up order'),
    message('before I call create_refund.'),
    { kind: 'approval', status: 'completed', words: 'Create refund' },
    message('sorry about the lamp.'),
  ),
  tell(
    'Count the stock in all warehouses',
    skill('Count inventory'),
    message('and 95 in Faro.'),
    skill('Check stock'),
    message('below the level at which you reorder.'),
  ),
  tell(
    'Replace the broken lamp of A-1042',
    { kind: 'workflow', status: 'completed', words: 'Book the courier' },
    message('and tell the warehouse meanwhile.'),
    message('The courier takes the broken one back.'),
  ),
  tell(
    'Open a Salesforce case for order A-1042',
    message('I need access to your Salesforce account, once.'),
    { kind: 'connection', status: 'skipped', words: 'Salesforce' },
    message('where the team will see it.'),
  ),
]
