import { diagramFrame } from '@threadwork/react/diagram-frame'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { attack, type AttackResult } from './attack-run.ts'
import { attackDiagrams, type DiagramResult } from './diagram-run.ts'
import { diagramStrings, telling } from './diagram-strings.ts'
import { startAttackServers } from './attack-servers.ts'
import { sampleOf, stringsOf, wholeCorpus } from './corpus.ts'
import { loudStrings } from './published-strings.ts'

export interface AttackScale {
  readonly seed: number
  /** Prefixes to draw in each page, at least; the whole corpus where it has fewer. */
  readonly renders: number
}

/** What the control draws: enough to show that the harness sees what it looks for. */
const controlStrings = 120

/** What the frame must not be: mermaid as trusting as it can be, the source as markup beside it, and no policy. */
const looseFrame = (): string =>
  diagramFrame()
    .replace(/<meta http-equiv[^>]*>/u, '')
    .replace("securityLevel: 'strict'", "securityLevel: 'loose'")
    .replace('root.innerHTML = svg', 'root.innerHTML = svg + source')

const launch = async () => {
  const executablePath = findChromium()
  return chromium.launch({
    // Were a request to slip past the harness, it would find no host.
    args: [...chromiumFlags, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    ...(executablePath ? { executablePath } : {}),
  })
}

/** Attacks the kit and the control, each in a page without a policy and in one with the apps'. */
export const runAttacks = async ({ seed, renders }: AttackScale): Promise<readonly AttackResult[]> => {
  const strings = stringsOf(wholeCorpus(seed), seed)
  const sample = sampleOf(strings, renders)
  // Whatever was drawn, some that surely run where nothing stops them.
  const control = [...strings.slice(0, controlStrings), ...loudStrings()]
  const [servers, browser] = await Promise.all([startAttackServers(), launch()])
  try {
    const inBoth = (renderer: AttackResult['renderer'], texts: readonly string[]) =>
      (['bare', 'guarded'] as const).map((page) =>
        attack(browser, { renderer, page, url: servers[page], strings: texts }),
      )
    const kit = await Promise.all(inBoth('kit', sample))
    const extras = await Promise.all(inBoth('extras', sampleOf(sample, renders / 2)))
    return [...kit, ...extras, ...(await Promise.all(inBoth('raw', control)))]
  } finally {
    await Promise.all([browser.close(), servers.stop()])
  }
}

/** Attacks the diagrams of the kit in a page with the apps' policy, and a trusting frame as the control. */
export const runDiagramAttacks = async (
  texts: readonly string[],
): Promise<{ readonly kit: DiagramResult; readonly control: DiagramResult }> => {
  const [servers, browser] = await Promise.all([startAttackServers(), launch()])
  try {
    const kit = await attackDiagrams(browser, { url: servers.guarded, texts })
    const control = await attackDiagrams(browser, {
      url: servers.bare,
      texts: diagramStrings.slice(0, telling),
      frame: looseFrame(),
    })
    return { kit, control }
  } finally {
    await Promise.all([browser.close(), servers.stop()])
  }
}
