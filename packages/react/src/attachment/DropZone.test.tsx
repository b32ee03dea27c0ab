import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { DropZone } from './DropZone.tsx'

const drag = (type: string, target: Element, data: DataTransfer): boolean =>
  target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))

const withFiles = (...names: readonly string[]): DataTransfer => {
  const data = new DataTransfer()
  for (const name of names) data.items.add(new File(['x'], name))
  return data
}

const mount = async () => {
  const dropped: string[][] = []
  const onFiles = vi.fn((files: readonly File[]) => void dropped.push(files.map(({ name }) => name)))
  const screen = await render(
    <div className="twk-root" style={{ position: 'relative', blockSize: 300 }}>
      <p>Thread</p>
      <p>Composer</p>
      <DropZone maxBytes={20_000_000} onFiles={onFiles} />
    </div>,
  )
  const part = (text: string) => screen.getByText(text, { exact: true }).element()
  return { screen, onFiles, dropped, thread: part('Thread'), composer: part('Composer') }
}

test('shows where to drop while files are held over any part, and takes them', async () => {
  const { screen, dropped, thread, composer } = await mount()
  const data = withFiles('a.png', 'b.png')

  drag('dragenter', thread, data)
  drag('dragenter', composer, data)
  drag('dragleave', thread, data)
  await expect.element(screen.getByText('Drop files here to attach them')).toBeVisible()
  await expect.element(screen.getByText('Up to 20 MB each')).toBeVisible()
  expect(drag('dragover', composer, data)).toBe(false)
  expect(drag('drop', composer, data)).toBe(false)

  expect(dropped).toEqual([['a.png', 'b.png']])
  await expect.element(screen.getByText('Drop files here to attach them')).not.toBeVisible()
})

test('goes when the files are carried away again', async () => {
  const { screen, thread } = await mount()
  const data = withFiles('a.png')
  drag('dragenter', thread, data)
  await expect.element(screen.getByText('Drop files here to attach them')).toBeVisible()

  drag('dragleave', thread, data)

  await expect.element(screen.getByText('Drop files here to attach them')).not.toBeVisible()
})

test('leaves text that is dragged alone', async () => {
  const { screen, onFiles, composer } = await mount()
  const data = new DataTransfer()
  data.setData('text/plain', 'words')

  drag('dragenter', composer, data)

  expect(drag('drop', composer, data)).toBe(true)
  expect(onFiles).not.toHaveBeenCalled()
  await expect.element(screen.getByText('Drop files here to attach them')).not.toBeVisible()
})
