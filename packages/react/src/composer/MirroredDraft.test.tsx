import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { Composer } from './Composer.tsx'

describe('a draft of another page', () => {
  const mirrored = async () => {
    let listener: (name: string) => void = () => undefined
    let kept: string | null = null
    const writeDraft = vi.fn()
    const screen = await render(
      <Composer
        onSend={() => undefined}
        draftName="composer"
        readDraft={() => kept}
        writeDraft={writeDraft}
        subscribeDrafts={(next) => {
          listener = next
          return () => undefined
        }}
      />,
    )
    const hear = (text: string | null, name = 'composer'): void => {
      kept = text
      listener(name)
    }
    return { hear, writeDraft, textbox: screen.getByRole('textbox', { name: 'Message' }) }
  }

  test('stands in the field, and is not written again', async () => {
    const { hear, writeDraft, textbox } = await mirrored()

    hear('half a thought')
    await expect.element(textbox).toHaveValue('half a thought')
    hear('of something else', 'form:w1:s1')
    await expect.element(textbox).toHaveValue('half a thought')
    hear(null)
    await expect.element(textbox).toHaveValue('')

    expect(writeDraft).not.toHaveBeenCalled()
  })

  test('waits for the person who is at the field', async () => {
    const { hear, textbox } = await mirrored()
    await textbox.fill('mine')

    hear('theirs')
    await expect.element(textbox).toHaveValue('mine')
    ;(textbox.element() as HTMLElement).blur()
    hear('theirs, later')

    await expect.element(textbox).toHaveValue('theirs, later')
  })
})
