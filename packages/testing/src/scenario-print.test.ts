import type { FormItem, Item, MessageItem, WorkflowItem } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import { named } from './named.ts'
import { printStatus, printTimeline, printWorkflows } from './scenario-print.ts'

const base = { id: 'i1', key: 'i1', runId: named.run('r1'), at: 0 }
const skill = { ...base, skillName: 'Send', skillId: null, error: null, startedAt: null, endedAt: null }

const message = (over: Partial<MessageItem>): MessageItem => ({
  ...base,
  kind: 'message',
  role: 'user',
  messageId: named.message('u1'),
  text: 'hello',
  status: 'complete',
  submission: null,
  ...over,
})

const approval: Item = {
  ...skill,
  kind: 'approval',
  occurrence: 2,
  callId: named.call('c1'),
  scope: 'skill',
  parameters: {},
  schema: [],
  status: 'resolved',
  by: 'elsewhere',
  submission: null,
}

const form: FormItem = {
  ...base,
  kind: 'form',
  workflowId: named.workflow('w1'),
  workflowName: 'Onboard',
  stepId: named.step('s2'),
  message: '',
  dataPoints: [],
  problems: [],
  status: 'awaiting',
  submission: null,
  answers: null,
  round: 1,
}

const workflow = (steps: WorkflowItem['steps'], status: WorkflowItem['status']): WorkflowItem => ({
  ...base,
  kind: 'workflow',
  workflowId: named.workflow('w1'),
  name: 'Onboard',
  status,
  steps,
  submission: null,
})

const step = { message: '', error: null, attempts: 1, lane: null }

describe('printTimeline', () => {
  it('writes a line for each message, skill, approval and connection', () => {
    const pending = {
      intentId: named.intent('local1'),
      status: 'sending',
      choice: null,
      problem: null,
    } as const
    const lines = printTimeline([
      message({}),
      { ...skill, kind: 'skill', occurrence: 1, status: 'running' },
      approval,
      {
        ...base,
        kind: 'connection',
        attemptId: named.attempt('a1'),
        status: 'auth-required',
        link: null,
        error: null,
        submission: null,
      },
      message({ role: 'agent', messageId: named.message('m1') }),
      { ...base, kind: 'notice', notice: 'events-expired' },
      message({ messageId: null, status: 'pending', submission: { ...pending, fieldErrors: {} } }),
    ])

    expect(lines).toEqual([
      'user u1',
      'Send#1@r1 running',
      'Send#2@r1 resolved by elsewhere',
      'conn a1 auth_required',
      'msg m1',
      'user local1 (pending)',
    ])
  })
})

describe('printWorkflows', () => {
  it('writes states, repeated steps, open keys and the draft', () => {
    const steps: WorkflowItem['steps'] = [
      { ...step, stepId: named.step('s1'), status: 'completed', attempts: 2, lane: null },
      { ...step, stepId: named.step('s2'), status: 'awaiting-input' },
    ]
    const dataPoints = ['email', 'plan'].map((key) => ({ key }) as FormItem['dataPoints'][number]) // only keys are printed

    const lines = printWorkflows([workflow(steps, 'awaiting-input'), { ...form, dataPoints }], () => 'a@b')

    expect(lines).toEqual(['w1(Onboard) running: s1 completed×2, s2 input[email,plan] draft=a@b'])
  })

  it('writes no draft where nothing is typed', () => {
    const steps: WorkflowItem['steps'] = [{ ...step, stepId: named.step('s2'), status: 'awaiting-input' }]

    expect(printWorkflows([workflow(steps, 'awaiting-input'), form])).toEqual([
      'w1(Onboard) running: s2 input[]',
    ])
  })
})

describe('printStatus', () => {
  it('uses the words of the seed', () => {
    expect(printStatus('skill-running')).toBe('skill_processing')
    expect(printStatus('awaiting-connection')).toBe('awaiting_connection')
  })
})
