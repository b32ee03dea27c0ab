import '@threadwork/react/styles.css'
import type { Fact } from '@threadwork/core'
import { Chat, preloadThread } from '@threadwork/react'
import { memoryStorage, scriptedTransport } from '@threadwork/testing'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { eventsInNight, historyOfNight, playNight } from '../long-night.ts'

export interface NightPage {
  /** Mounts one chat that stays. */
  open(): Promise<void>
  /** Plays so many events into it; `leaks`: the control keeps each fact. Returns how many it played. */
  play(events: number, leaks: boolean): Promise<number>
  /** Mounts and unmounts a chat so many times; `leaks`: the control keeps a listener and an element of each. */
  mount(times: number, leaks: boolean): Promise<void>
  rows(): number
}

declare global {
  interface Window {
    night: NightPage
  }
}

const host = document.getElementById('root')
if (!host) throw new Error('The page has no #root.')

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const openWire = () =>
  scriptedTransport({
    onRead: () => ({ status: 'read', facts: historyOfNight(), isExpired: false, problems: [] }),
  })
const chatOver = (transport: ReturnType<typeof openWire>, conversationId: string) =>
  createElement(Chat, { transport, conversationId, storage: memoryStorage(), title: 'Night' })

const wire = openWire()
const kept: unknown[] = []

window.night = {
  open: async () => {
    await preloadThread()
    createRoot(host).render(chatOver(wire, 'night'))
    while (document.querySelectorAll('article').length === 0) await nextFrame()
  },
  play: async (events, leaks) => {
    const nights = Math.ceil(events / eventsInNight)
    for (let night = 0; night < nights; night += 1) {
      const facts: readonly Fact[] = playNight()
      if (leaks) kept.push(...facts)
      wire.push(...facts)
      await nextTask()
    }
    await nextFrame()
    await nextFrame()
    return nights * eventsInNight
  },
  mount: async (times, leaks) => {
    for (let time = 0; time < times; time += 1) {
      const place = document.createElement('div')
      place.style.blockSize = '600px'
      host.append(place)
      const root = createRoot(place)
      const own = openWire()
      root.render(chatOver(own, `night-${time % 10}`))
      while (place.querySelector('article') === null) await nextFrame()
      if (leaks) {
        const leaf = place.querySelector('article')
        addEventListener('resize', () => kept.push(leaf))
      }
      root.unmount()
      place.remove()
      await nextTask()
    }
    await nextFrame()
    await nextTask()
  },
  rows: () => document.querySelectorAll('article').length,
}
