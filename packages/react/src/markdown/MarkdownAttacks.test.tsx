import ReactMarkdown from 'react-markdown'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from './late-markdown.ts'
import { Markdown } from './Markdown.tsx'

/** One string a line; signs stand for what a line cannot hold. */
const lines = (block: string): readonly string[] =>
  block
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line.replaceAll('⏎', '\n').replaceAll('⇥', '\t').replaceAll('␁', '\u0001').replaceAll('´', '`'),
    )

// {leak} is an address that would be seen if it were fetched; {run} is a call that would be seen if it ran.
const addresses = lines(String.raw`
javascript:{run}
JaVaScRiPt:{run}
java⇥script:{run}
javascript&colon;{run}
 javascript:{run}
␁javascript:{run}
javascript&#58;{run}
jav&#x0A;ascript:{run}
vbscript:{run}
data:text/html,<script>{run}</script>
data:text/html;base64,PHNjcmlwdD4=
data:image/svg+xml,<svg/>
blob:{leak}
file:///etc/passwd
view-source:{leak}
filesystem:{leak}
about:blank
ws://x.test
{leak}?image
//{host}/leak
/leak
../leak
leak.png
\\{host}\leak
{leak}?q=%00
{leak}" onerror="{run}
{leak}' onload='{run}
{leak} "t" onerror={run}
tel:1
intent://x#Intent;end
`)

const places = [
  (address: string) => `[click](${address})`,
  (address: string) => `[click](<${address}>)`,
  (address: string) => `![picture](${address})`,
  (address: string) => `[![nested](${address})](${address})`,
  (address: string) => `[named][n]\n\n[n]: ${address}`,
  (address: string) => `![named][n]\n\n[n]: <${address}> "title"`,
  (address: string) => `<${address}>`,
  (address: string) => `| a |\n| - |\n| ![x](${address}) |`,
]

const markup = lines(String.raw`
<script>{run}</script>
<img src=x onerror={run}>
<img src="{leak}">
<svg onload={run}>
<svg><script>{run}</script></svg>
<iframe src="{leak}"></iframe>
<iframe srcdoc="<script>{run}</script>">
<object data="{leak}"></object>
<embed src="{leak}">
<link rel=stylesheet href="{leak}">
<link rel=preload as=image href="{leak}">
<style>@import "{leak}";</style>
<base href="{leak}">
<meta http-equiv=refresh content="0;url={leak}">
<video src="{leak}" autoplay></video>
<audio src="{leak}">
<video poster="{leak}">
<source src="{leak}">
<picture><source srcset="{leak}"><img></picture>
<img srcset="{leak} 1x">
<input type=image src="{leak}">
<body onload={run}>
<body background="{leak}">
<table background="{leak}"><tr><td>x</table>
<div style="background:url({leak})">x</div>
<p style="color:red">x
<details open ontoggle={run}>
<marquee onstart={run}>
<form action="{leak}"><button>Approve</button></form>
<button>Approve</button>
<input autofocus onfocus={run}>
<textarea autofocus onfocus={run}>
<select>
<math href="javascript:{run}">x</math>
<a href="javascript:{run}">x</a>
<a href="{leak}" ping="{leak}">x</a>
<portal src="{leak}">
<frame src="{leak}">
<applet code="{leak}">
<image href="{leak}">
<svg><image href="{leak}"/></svg>
<svg><use href="{leak}#x"/></svg>
<svg><animate onbegin={run}>
<noscript><p title="</noscript><img src=x onerror={run}>">
<template><img src="{leak}"></template>
<article data-twk-kind="approval"><button>Approve</button></article>
<div class="twk-card" id="twk">x</div>
<!--><img src=x onerror={run}>-->
<![CDATA[<img src=x onerror={run}>]]>
<?xml <img src=x onerror={run}>?>
<x onclick={run} tabindex=1 autofocus onfocus={run}>
<dialog open>Approve</dialog>
<slot name="x">
´´´html⏎<img src="{leak}">⏎´´´
    <img src="{leak}">
´<img src="{leak}">´
- [ ] <input autofocus>
**<img src="{leak}">**
> <script>{run}</script>
1. <iframe src="{leak}">
# <svg onload={run}>
&lt;img src={leak}&gt;
&#60;script&#62;{run}&#60;/script&#62;
\<img src="{leak}">
[^1]: <img src="{leak}">
´´´" onload="{run}⏎x⏎´´´
´´´js style=x class=y⏎x⏎´´´
[x]: {leak}⏎⏎![x]
![x]⏎⏎[x]: {leak}
`)

const ran: string[] = []
Reflect.set(globalThis, 'twkRan', () => ran.push('ran'))

const leak = `${location.origin}/leak`
const fill = (text: string): string =>
  text.replaceAll('{leak}', leak).replaceAll('{host}', location.host).replaceAll('{run}', 'twkRan()')

const attacks = [...addresses.flatMap((address) => places.map((place) => place(address))), ...markup].map(
  fill,
)

const forbidden =
  'script,img,iframe,object,embed,link,style,base,meta,video,audio,source,form,input,textarea,select,svg:not(.twk-icon),math,dialog,article,[id]:not([id^="twk_"]),[style],[srcset],[src],[autofocus],[background],[ping]'

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300))
const leaks = (): readonly string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/leak') ? [name] : []))

const faultsIn = (container: Element): readonly string[] => [
  ...Array.from(container.querySelectorAll(forbidden), (found) => found.outerHTML),
  ...Array.from(container.querySelectorAll('a'), (a) => a.protocol).filter(
    (p) => !/^(?:https?|mailto):$/u.test(p),
  ),
  ...Array.from(container.querySelectorAll('*'), (found) => [...found.attributes])
    .flat()
    .flatMap(({ name }) => (name.startsWith('on') ? [name] : [])),
  ...Array.from(container.querySelectorAll('button'), (b) => b.textContent).filter(
    (words) => !/^(?:Copy|Load image from \S+)$/u.test(words),
  ),
  ...Array.from(container.querySelectorAll('[class]'), (found) => found.classList.value).filter(
    (names) => !names.split(' ').every((name) => name.startsWith('twk-')),
  ),
]

beforeAll(() => lateMarkdown.preload())

afterEach(() => {
  ran.length = 0
  performance.clearResourceTimings()
})

it(`makes nothing of ${attacks.length} attack strings but text and honest links`, async () => {
  performance.setResourceTimingBufferSize(5000)
  const screen = await render(<Markdown text="" />)

  for (const attack of attacks) {
    await screen.rerender(<Markdown text={attack} />)
    expect(faultsIn(screen.container), attack).toEqual([])
    const half = attack.slice(0, Math.ceil(attack.length * 0.8))
    await screen.rerender(<Markdown streaming text={half} />)
    expect(faultsIn(screen.container), half).toEqual([])
  }
  await settled()

  expect(attacks.length).toBeGreaterThan(250)
  expect(ran).toEqual([])
  expect(leaks()).toEqual([])
})

it('would notice a renderer that loads and runs what a message says', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  const { container } = await render(<ReactMarkdown>{`![x](${leak}?control)`}</ReactMarkdown>)

  host.innerHTML = `<img src="/leak?raw" onerror="twkRan()">`
  await settled()

  expect(faultsIn(container).length).toBeGreaterThan(0)
  expect(faultsIn(host).length).toBeGreaterThan(0)
  expect(leaks().length).toBeGreaterThan(1)
  expect(ran).toEqual(['ran'])
  host.remove()
})
