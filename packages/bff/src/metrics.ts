type Labels = Readonly<Record<string, string>>

/** What a BFF counts about itself, for Prometheus. Labels are routes and codes: never an address, an id or a person. */
export interface Metrics {
  /** A call that was answered, or broke off. `route` is the table's pattern; `seconds` is `null` for a stream. */
  readonly call: (route: string, method: string, status: number, seconds: number | null) => void
  /** A request that the BFF itself refused, by the problem's code. */
  readonly refusal: (code: string) => void
  readonly signIn: (outcome: 'succeeded' | 'failed') => void
  readonly refresh: (outcome: 'refreshed' | 'revoked' | 'failed') => void
  /** The text format of Prometheus, version 0.0.4. */
  readonly text: (gauges: Readonly<Record<string, number>>) => string
}

interface Family {
  readonly name: string
  readonly help: string
  readonly values: Map<string, number>
}

// Calls are short or last for hours; what lies between tells nothing.
const bounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60] as const

const quoted = (value: string): string =>
  `"${value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)}"`

const labelText = (labels: Labels): string => {
  const entries = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`)
  return entries.length === 0 ? '' : `{${entries.join(',')}}`
}

const counter = (name: string, help: string): Family & { add(labels: Labels, by?: number): void } => {
  const values = new Map<string, number>()
  return {
    name,
    help,
    values,
    add: (labels, by = 1) => {
      const key = labelText(labels)
      values.set(key, (values.get(key) ?? 0) + by)
    },
  }
}

const familyText = ({ name, help, values }: Family): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} counter`,
    ...[...values].map(([labels, value]) => `${name}${labels} ${value}`),
  ].join('\n')

/** Counts of one process, from zero. */
export const createMetrics = (): Metrics => {
  const calls = counter('threadwork_bff_calls_total', 'Forwarded calls, by route and status.')
  const refusals = counter('threadwork_bff_refusals_total', 'Requests that the BFF refused, by code.')
  const signIns = counter('threadwork_bff_sign_ins_total', 'Sign-ins that came back from the provider.')
  const refreshes = counter('threadwork_bff_refreshes_total', 'Token refreshes of this process.')
  const buckets = new Map<number, number>()
  let sum = 0
  let count = 0

  const histogram = (): string => {
    const name = 'threadwork_bff_call_seconds'
    let below = 0
    const lines = bounds.map((bound) => {
      below += buckets.get(bound) ?? 0
      return `${name}_bucket{le="${bound}"} ${below}`
    })
    const head = [
      `# HELP ${name} Seconds until a call was over, streams left out.`,
      `# TYPE ${name} histogram`,
    ]
    return [
      ...head,
      ...lines,
      `${name}_bucket{le="+Inf"} ${count}`,
      `${name}_sum ${sum}`,
      `${name}_count ${count}`,
    ].join('\n')
  }
  const gaugeText = ([name, value]: readonly [string, number]): string =>
    `# TYPE ${name} gauge\n${name} ${value}`

  return {
    call: (route, method, status, seconds) => {
      calls.add({ route, method, status: String(status) })
      if (seconds === null) return
      sum += seconds
      count += 1
      const bound = bounds.find((each) => seconds <= each)
      if (bound !== undefined) buckets.set(bound, (buckets.get(bound) ?? 0) + 1)
    },
    refusal: (code) => refusals.add({ code }),
    signIn: (outcome) => signIns.add({ outcome }),
    refresh: (outcome) => refreshes.add({ outcome }),
    text: (gauges) =>
      [
        ...[calls, refusals, signIns, refreshes].map(familyText),
        histogram(),
        ...Object.entries(gauges).map(gaugeText),
        '',
      ].join('\n'),
  }
}
