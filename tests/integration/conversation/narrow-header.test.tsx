import { Chat } from '@threadwork/react'
import '@threadwork/react/styles.css'
import { scriptedTransport } from '@threadwork/testing'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'

const icon = (key: string) => <div key={key} style={{ flex: 'none', inlineSize: 32, blockSize: 32 }} />

const open = async (inlineSize: number) => {
  const screen = await render(
    <div style={{ blockSize: 600, inlineSize }}>
      <Chat
        transport={scriptedTransport()}
        conversationId={`header-${inlineSize}`}
        title="Refund for order A-1042"
        headerStart={icon('menu')}
        headerEnd={[icon('one'), icon('two')]}
      />
    </div>,
  )
  const pill = screen.getByRole('status', { name: 'Conversation status' })
  await expect.element(pill).toBeVisible()
  return { screen, pill }
}

test('leaves the keys’ button away where the header is narrow, and a short state beside the title', async () => {
  const { screen, pill } = await open(390)
  const title = screen.getByRole('heading', { name: 'Refund for order A-1042' }).element()

  expect(pill.element().getBoundingClientRect().top).toBeLessThan(title.getBoundingClientRect().bottom)
  expect(screen.getByRole('button', { name: 'Keyboard shortcuts' }).elements()).toEqual([])
})

test('has a button for the keys where there is room', async () => {
  const { screen } = await open(900)

  await expect.element(screen.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible()
})
