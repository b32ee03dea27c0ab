import type { ComponentPage } from './component-page.ts'

/** What stands in a thread and asks for more than reading. */
export const cardPages: readonly ComponentPage[] = [
  {
    title: 'Cards/Approval',
    also: ['Cards/Approval states', 'Cards/Approval values'],
    purpose:
      'The agent wants to run a skill and waits for a person. The card shows exactly what would run, value by value, and takes one decision. What was approved is what was shown: the decision carries a digest of it.',
    keys: [
      ['Tab', 'walks through the long values, the raw JSON, Approve and Reject'],
      ['Enter, Space', 'press the button that has the focus; a held key presses once'],
      ['Escape', 'goes back from the reason for a rejection'],
    ],
    dos: [
      'Give the skill a schema: labels, hints and types make the values readable.',
      'Let the card stand where it came; it keeps its place and its node while others move.',
      'Offer presets for rejections that people give often.',
    ],
    donts: [
      'Do not put the focus on Approve: a key that was meant for something else would decide.',
      'Do not shorten values to make the card smaller. It folds long ones itself, and says how long they are.',
      'Do not draw your own button beside the card: only a decision that went through the outbox happens once.',
    ],
    styles: 'approval/approval.css',
  },
  {
    title: 'Chat/Approval tray',
    purpose:
      'Several approvals are open at once. The tray counts them, walks from one to the next without scrolling for them, and answers those together whose values the person has seen in full; each stays a decision of its own.',
    keys: [
      ['Alt+Arrow up, Alt+Arrow down', 'go from approval to approval, to its heading'],
      ['F6', 'reaches the tray between the thread and the composer'],
      ['Escape', 'closes the question before several are answered'],
    ],
    dos: ['Leave it between the thread and the composer, where `Chat` puts it.'],
    donts: [
      'Do not answer what nobody has looked at: only cards that were seen in full can be taken together.',
    ],
    styles: 'approval/approval.css',
  },
  {
    title: 'Cards/Connection',
    purpose:
      'A skill needs an account of the person at another service. The card names the service and the site that will ask, opens it from the click itself, and follows the attempt to its end, whatever becomes of the window.',
    keys: [
      ['Enter, Space', 'open the link, get a new one, or skip'],
      ['Tab', 'walks through them'],
    ],
    dos: [
      'List the sites that may ask for a sign-in in `linkOrigins`.',
      'Say in the agent’s message why the account is needed.',
    ],
    donts: [
      'Do not open the link without a click: the browser blocks it, and the person does not know why it opened.',
      'Do not take a closed window for an answer: only the backend knows.',
    ],
    styles: 'connection/connection.css',
  },
  {
    title: 'Cards/DataPointsForm',
    also: ['Form/Choices', 'Form/Dialects', 'Form/Fields', 'Form/Files', 'Form/States'],
    purpose:
      'A step asks for details. The form is drawn from its definition, in any of four dialects, keeps what was typed over a reload, is sent once, and stays in the thread as a summary.',
    keys: [
      ['Tab', 'walks through the fields in their order'],
      ['Arrow keys', 'choose within a group of choices, a rating, or a long list'],
      ['Enter', 'sends, from a field of one line'],
      ['Escape', 'closes an open list'],
    ],
    dos: [
      'Give each field a label that is a question or a name; put examples into the help text.',
      'Answer a refusal with errors by field: each is shown beside its field.',
      'Mark secrets as secrets: they are never stored.',
    ],
    donts: [
      'Do not use a placeholder as the label.',
      'Do not ask again for what the conversation already knows: send it as a default.',
    ],
    styles: 'form/form.css',
  },
  {
    title: 'Cards/Skill',
    purpose:
      'One use of a skill by the agent: running, done, failed, or without a known outcome. It is updated in place, and consecutive ones stand in a group.',
    keys: [['Enter, Space', 'press Retry where the backend can']],
    dos: [
      'Name skills by what they do for the person: “Look up order”.',
      'Pass `onRetry` only where the backend can repeat the skill.',
    ],
    donts: ['Do not draw a result from the word “completed”: the wire tells none. See Skill result.'],
    styles: 'skill/skill.css',
  },
  {
    title: 'Cards/Skill result',
    purpose:
      'What a skill made, fetched by the host’s own server and drawn as a table that sorts and copies, as facts, as words, or as a chart. The chart’s table is always in the page for those who hear it.',
    keys: [
      ['Tab', 'reaches the columns’ heads, the table’s scroller and the buttons'],
      ['Enter, Space', 'sort by the column: up, down, as it came'],
      ['Arrow keys', 'choose between chart and table, or scroll the table'],
    ],
    dos: [
      'Give records with readable names: they are the columns’ heads.',
      'Reject `load` with a sentence a person can act on.',
    ],
    donts: [
      'Do not send text to the model to make a table of it: hand over the data.',
      'Do not load charts for hosts that show none: the chart is an entry of its own.',
    ],
    styles: 'result/result.css',
  },
  {
    title: 'Cards/WorkflowCard',
    purpose:
      'One run of a workflow: its steps, how far it is, and what stopped it. A failed step says why and offers Retry where the backend can; a halted workflow offers the way to a human.',
    keys: [
      ['Tab', 'reaches Retry, Cancel and the way to a human'],
      ['Enter, Space', 'press them; a held key presses once'],
    ],
    dos: [
      'Word steps as what happens for the person: “Verify the order”.',
      'Pass `onEscalate` wherever a human can be reached.',
    ],
    donts: ['Do not hide finished steps: they are what the person checks after a failure.'],
    styles: 'workflow/workflow.css',
  },
]
