import type { ApprovalItem } from '@threadwork/core'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { createCardMemory } from './card-memory.ts'
import { drawnText } from './fixtures/drawn-text.ts'
import { drawPairs, naiveText, type ParameterPair, type Parameters } from './fixtures/parameter-pairs.ts'
import { ParameterList } from './ParameterList.tsx'
import { textParts } from './text-parts.ts'

const env = import.meta.env as Readonly<Record<string, string | undefined>>
// Vite shows a page only the variables of this prefix.
const seed = Number(env['VITE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const pictures = 600
/** So many show that the comparison finds what is alike. */
const plainPictures = 100
const batch = 20
const cell = { width: 300, height: 220 }
const columns = 5

type Drawn = Pick<ApprovalItem, 'parameters' | 'schema'>

let stage: HTMLElement
const setStage = (): void => {
  stage = document.createElement('div')
  stage.className = 'twk-root'
  stage.dataset['theme'] = 'light'
  document.body.append(stage)
}
// What lies outside the view is not in the picture.
beforeEach(async () => {
  await page.viewport(columns * cell.width + 40, Math.ceil((2 * batch) / columns) * cell.height + 40)
  setStage()
})
afterEach(async () => {
  stage.remove()
  await page.viewport(1200, 900)
})

const List = (drawn: Drawn): ReactNode => <ParameterList item={drawn} memory={createCardMemory()} />

interface Boxes {
  readonly boxes: readonly HTMLElement[]
  readonly clear: () => Promise<void>
}

/** Draws each in a box of its own, all of one size and on whole pixels. */
const drawBoxes = async (contents: readonly ReactNode[]): Promise<Boxes> => {
  // React leaves nothing in an element that it has left once.
  stage.remove()
  setStage()
  stage.style.cssText = `position: relative; inline-size: ${columns * cell.width}px; block-size: ${Math.ceil(contents.length / columns) * cell.height}px`
  const screen = await render(
    contents.map((content, index) => (
      <div
        key={index}
        style={{
          position: 'absolute',
          insetBlockStart: Math.floor(index / columns) * cell.height,
          insetInlineStart: (index % columns) * cell.width,
          inlineSize: cell.width,
          blockSize: cell.height,
          overflow: 'hidden',
          // A picture that holds nothing at all was not taken.
          border: '1px solid',
        }}
      >
        {content}
      </div>
    )),
    { container: stage },
  )
  return { boxes: Array.from(stage.children) as HTMLElement[], clear: () => screen.unmount() }
}

const takePictures = async (boxes: readonly HTMLElement[]): Promise<readonly Uint8ClampedArray[]> => {
  const png = await page.screenshot({ element: stage, save: false })
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  })
  if (!canvas || bitmap.width !== stage.offsetWidth)
    throw new Error('The picture is not the size of the page.')
  canvas.drawImage(bitmap, 0, 0)
  return boxes.map(
    ({ offsetLeft, offsetTop }) => canvas.getImageData(offsetLeft, offsetTop, cell.width, cell.height).data,
  )
}

const isBlank = (picture: Uint8ClampedArray): boolean => picture.every((value) => value === 255)

const isSame = (one: Uint8ClampedArray, other: Uint8ClampedArray): boolean => {
  const [words, others] = [new Uint32Array(one.buffer), new Uint32Array(other.buffer)]
  return words.every((word, index) => word === others[index])
}

/** Of pairs of contents, those whose pictures are the same in every pixel. */
const alikeInPicture = async (
  pairs: readonly (readonly [ReactNode, ReactNode])[],
): Promise<readonly number[]> => {
  const alike: number[] = []
  for (let from = 0; from < pairs.length; from += batch) {
    const { boxes, clear } = await drawBoxes(pairs.slice(from, from + batch).flat())
    const cut = boxes.filter((box) => box.scrollHeight > box.clientHeight)
    if (cut.length > 0)
      throw new Error('A list is larger than its box, so a part of it would not be compared.')
    const shots = await takePictures(boxes)
    if (shots.some(isBlank)) throw new Error('A picture is blank, so it would be like any other.')
    for (let at = 0; at + 1 < shots.length; at += 2) {
      const [one, other] = [shots[at], shots[at + 1]]
      if (one && other && isSame(one, other)) alike.push(from + at / 2)
    }
    await clear()
  }
  return alike
}

const isSmall = ({ one, other, schema }: ParameterPair): boolean =>
  [one, other].every((parameters) => {
    const text = drawnText({ parameters, schema })
    return text.split('\n').length <= 7 && text.length <= 120
  })

const Plain = ({ parameters }: { readonly parameters: Parameters }): ReactNode => (
  <div style={{ font: '13px monospace' }}>
    {naiveText(parameters)
      .split('\n')
      .map((line, index) => (
        <p key={index}>{line}</p>
      ))}
  </div>
)

describe(`pictures of parameter lists (VITE_SEED=${seed})`, () => {
  it('are the same for the same values', async () => {
    const sets = drawPairs(seed, 200).filter(isSmall).slice(0, batch)

    // At the same place: where a tile of the page ends in a letter, its edge is drawn anew.
    const look = async (): Promise<readonly Uint8ClampedArray[]> => {
      const { boxes, clear } = await drawBoxes(
        sets.map(({ one, schema }, index) => (
          <List key={index} parameters={structuredClone(one)} schema={schema} />
        )),
      )
      const shots = await takePictures(boxes)
      await clear()
      return shots
    }
    const lookTwice = async (): Promise<readonly number[]> => {
      const [first, again] = [await look(), await look()]
      return first.flatMap((shot, at) => (again[at] && isSame(shot, again[at]) ? [at] : []))
    }

    // A picture that is taken while the page still paints differs from its twin for that once.
    await expect.poll(lookTwice, { timeout: 100_000 }).toHaveLength(sets.length)
  }, 120_000)

  it(`shows none of ${pictures} pairs of different values alike, where a plain card shows many alike`, async () => {
    const pairs = drawPairs(seed, pictures * 5)
      .filter(isSmall)
      .slice(0, pictures)
    const ours = await alikeInPicture(
      pairs.map(({ one, other, schema }) => [
        <List key="one" parameters={one} schema={schema} />,
        <List key="other" parameters={other} schema={schema} />,
      ]),
    )
    const plain = await alikeInPicture(
      pairs
        .slice(0, plainPictures)
        .map(({ one, other }) => [
          <Plain key="one" parameters={one} />,
          <Plain key="other" parameters={other} />,
        ]),
    )
    console.info(
      `approval cards: ${ours.length} of ${pairs.length} pairs alike by picture; plain: ${plain.length}`,
    )

    expect(pairs).toHaveLength(pictures)
    expect(ours.map((index) => pairs[index])).toEqual([])
    expect(plain.length).toBeGreaterThan(plainPictures / 20)
  }, 180_000)
})

describe(`the words of a parameter list (VITE_SEED=${seed})`, () => {
  it('are in the page as in the model that 10,000 pairs are compared by', async () => {
    const sets: readonly Drawn[] = drawPairs(seed, 200).flatMap(({ one, other, schema }) => [
      { parameters: one, schema },
      { parameters: other, schema },
    ])
    const { boxes, clear } = await drawBoxes(sets.map((set, index) => <List key={index} {...set} />))
    const said = boxes.map((box) => box.querySelector('dl')?.innerText ?? '')
    await clear()

    expect(said).toHaveLength(400)
    for (const [index, set] of sets.entries()) expect(said[index]).toBe(drawnText(set))
  })
})

/** Prints one character in the font of a value; `null` where no font has it. */
const createPrinter = (): ((character: string) => string | null) => {
  stage.innerHTML = '<span class="twk-parameters__text">x</span>'
  const { fontFamily } = getComputedStyle(stage.firstElementChild as Element)
  const canvas = new OffscreenCanvas(64, 48).getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('There is no canvas.')
  canvas.font = `24px ${fontFamily}`
  const print = (character: string): string => {
    canvas.clearRect(0, 0, 64, 48)
    canvas.fillText(character, 12, 32)
    const { data } = canvas.getImageData(0, 0, 64, 48)
    return data.filter((_, index) => index % 4 === 3).join()
  }
  const nothing = new Set(['\u0378', '\uE000', '\u{10FFFE}'].map(print))
  return (character) => {
    const picture = print(character)
    return nothing.has(picture) ? null : picture
  }
}

describe('single characters', () => {
  // Surrogates are no characters; Han and Hangul are 32,000, each drawn from its own strokes.
  const codes = Array.from({ length: 0x3400 - 0x21 }, (_, index) => 0x21 + index)
  const drawnAlike = (isShown: (character: string) => boolean): readonly string[] => {
    const print = createPrinter()
    const pictures = new Map<string, string>()
    for (const code of codes) {
      const character = String.fromCodePoint(code)
      const picture = isShown(character) ? print(character) : null
      if (picture !== null) pictures.set(picture, `${pictures.get(picture) ?? ''}${character}`)
    }
    return [...pictures.values()].filter((characters) => Array.from(characters).length > 1)
  }
  const isPlain = (character: string): boolean => textParts(character)[0]?.type === 'plain'

  it('that are drawn as they are look like no other, in the fonts of this machine', () => {
    const ours = drawnAlike(isPlain)
    const all = drawnAlike(() => true)
    console.info(`single characters: ${ours.length} groups drawn alike; of all: ${all.length}`)

    expect(ours).toEqual([])
    expect(all.length).toBeGreaterThan(100)
  })
})
