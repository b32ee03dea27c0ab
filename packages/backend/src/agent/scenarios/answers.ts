import { pause, say } from '../draw-graph.ts'
import { type Scenario, bothWires } from './scenario.ts'

const overview = `# Pipeline, third quarter

Deals worth **€ 4.2 million** are open, *11 % more* than in spring. In short:

1. **Iberia** leads for the second quarter in a row.
2. **Nordics** doubled, from a small base:
   - two new partners in Malmö,
   - one renewal in Oslo that was at risk.
3. **DACH** is flat, and three large deals moved to the fourth quarter.

> A deal that moves twice is lost three times out of four.

## By region

| Region | Open deals | Value | Change |
|---|---:|---:|---:|
| Iberia | 41 | € 1,610,000 | +18 % |
| DACH | 33 | € 1,240,000 | 0 % |
| Nordics | 19 | € 820,000 | +96 % |
| Benelux | 12 | € 530,000 | −4 % |
`

const method = `## How I counted

Open deals, by their expected value, without those that nobody has touched for 90 days:

\`\`\`sql
select region, count(*) as deals, sum(amount * probability) as value
from deals
where status = 'open' and touched_at > now() - interval '90 days'
group by region
order by value desc;
\`\`\`

The field \`probability\` is the seller's own guess. ~~Weights by stage~~ are no longer used.
`

const links = `## Read on

- [The definition of an open deal](https://docs.example.com/pipeline/open-deals)
- [Last quarter's report](https://reports.example.com/2026/q2)

---

Ask me for one region, and I go into detail.`

/** Answers that are text alone. */
export const answerScenarios: readonly Scenario[] = [
  {
    id: 'report',
    title: 'A long answer in markdown',
    prompt: 'Show me the quarterly pipeline report',
    wires: bothWires,
    words: ['report', 'pipeline', 'quarterly', 'markdown'],
    story: [pause(800), say(overview), pause(900), say(method), pause(600), say(links)],
  },
]
