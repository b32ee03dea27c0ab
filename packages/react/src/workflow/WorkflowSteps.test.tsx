import type { StepId } from '@threadwork/core'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { WorkflowSteps } from './WorkflowSteps.tsx'

const failed = {
  stepId: 's1' as StepId,
  message: 'File the claim',
  status: 'failed',
  error: '503',
  attempts: 1,
  lane: null,
} as const

test('retries a failed step once for a double click, though the first click may be answered in between', async () => {
  const onRetryStep = vi.fn()
  const screen = await render(<WorkflowSteps steps={[failed]} isRetrying={false} onRetryStep={onRetryStep} />)

  await screen.getByRole('button', { name: /Retry/ }).dblClick()

  expect(onRetryStep).toHaveBeenCalledExactlyOnceWith('s1')
})
