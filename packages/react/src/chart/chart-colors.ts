/** The colours of the theme that an element stands in, as the browser resolves them now. */
export interface ChartColors {
  readonly series: readonly string[]
  readonly ink: string
  readonly line: string
}

const series = ['accent', 'ok', 'warn', 'bad', 'ink-muted', 'control-line'] as const

// A canvas takes no `light-dark()`: a probe tells what it resolves to.
const resolve = (probe: HTMLElement, token: string): string => {
  probe.style.color = `var(--twk-color-${token})`
  return getComputedStyle(probe).color
}

/** Reads them; `host` may be any element below a `.twk-root`. */
export const chartColorsOf = (host: HTMLElement): ChartColors => {
  const probe = host.ownerDocument.createElement('span')
  host.append(probe)
  const colors = {
    series: series.map((token) => resolve(probe, token)),
    ink: resolve(probe, 'ink-muted'),
    line: resolve(probe, 'line'),
  }
  probe.remove()
  return colors
}
