import { expect, test } from 'vitest'
import { openNear, startNear, type NearSession } from '../conversation/in-memory.ts'

const formOf = ({ session }: NearSession) => session.getState().items.find((item) => item.kind === 'form')

const answers = {
  company: 'Olaria do Sul',
  email: 'ola@example.com',
  category: 'ceramics',
  employees: 12,
  start: '2026-12-01',
  terms: true,
}

test('the engine keeps the state of each conversation apart: answering one form leaves the other open', async () => {
  const near = startNear()
  const first = openNear(await near.newConversation(), near.fetch)
  const second = openNear(await near.newConversation(), near.fetch)
  for (const each of [first, second]) {
    await each.settle()
    each.session.send('Onboard a new supplier')
    await each.passUntil(() => each.session.getState().phase === 'awaiting-input')
  }

  const form = formOf(first)
  if (form) first.session.submitForm(form.workflowId, form.stepId, answers)
  await first.passUntil(() => first.session.getState().phase === 'idle')
  await second.settle()

  expect(first.session.getState().items.find((item) => item.kind === 'workflow')?.status).toBe('completed')
  expect(second.session.getState().phase).toBe('awaiting-input')
  expect(formOf(second)?.status).toBe('awaiting')
  for (const each of [first, second]) each.session.close()
})
