import { expect, test } from 'vitest'
import { createManagementDriver } from '../../../fixtures/management-driver.ts'
import { describeApi } from '../openapi/api-document.ts'
import { referencePage } from './reference-page.ts'

test.each([320, 390, 1280])('fits a screen of %i px, and every part can be reached', async (width) => {
  const frame = document.createElement('iframe')
  frame.style.cssText = `width: ${width}px; height: 800px; border: 0`
  frame.srcdoc = referencePage(describeApi(createManagementDriver().operations), 'n')
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await isLoaded
  const page = frame.contentDocument!

  const { scrollWidth } = page.documentElement
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const lost = links.filter((link) => page.getElementById(link.hash.slice(1)) === null)

  expect(scrollWidth).toBeLessThanOrEqual(width)
  expect(links.length).toBeGreaterThan(150)
  expect(lost).toEqual([])
  expect(page.querySelectorAll('script')).toHaveLength(0)
  frame.remove()
})
