import { expect, test } from 'vitest'
import { type Flaw, chain, node, told } from './fixtures/small-graphs.ts'
import { validateWorkflow } from './validate-workflow.ts'

const flaws: readonly Flaw[] = [
  [
    'an action that starts its own workflow again (C46)',
    chain(
      node('trigger', 'label-added', { labels: ['vip'] }),
      node('tagged', 'add-label', { labels: ['done'] }),
    ),
    [
      'error nodes[1].type: “tagged” adds a label, which starts this workflow again, without end; take it out, or choose another trigger than “trigger”.',
    ],
  ],
]

test.each(flaws)('names %s', (_, flawed, problems) => {
  expect(told(flawed)).toEqual(problems)
})

test('names a loop across workflows with its way, on the node that begins it (C46)', () => {
  const mine = chain(node('t', 'label-added'), node('close', 'resolve-conversation'))
  const other = chain(node('t', 'conversation-resolved'), node('mark', 'add-label', { labels: ['done'] }))
  const context = {
    workflow: { id: 'a', name: 'Tidy up' },
    active: [{ id: 'b', name: 'Archive', graph: other }],
  }

  expect(validateWorkflow(mine, context)).toEqual([
    {
      path: 'nodes[1]',
      nodeId: 'close',
      severity: 'error',
      sentence:
        'These workflows would start each other without end: “Tidy up” resolves it, “Archive” adds a label, which starts “Tidy up” again. Take one of these actions out, or listen to something else.',
    },
  ])
  expect(validateWorkflow(mine, { ...context, active: [] })).toEqual([])
})
