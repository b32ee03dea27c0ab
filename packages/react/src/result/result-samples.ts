/** Outputs as a host's server would tell them. */
export const sampleOutputs: Readonly<
  Record<'weeks' | 'reasons' | 'orders' | 'many' | 'facts' | 'nested', unknown>
> = {
  weeks: Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10),
    refunds: 12 + ((index * 7) % 11),
    value: Math.round(340 + 120 * Math.sin(index / 3)),
  })),
  reasons: [
    { reason: 'Damaged in transit', refunds: 41 },
    { reason: 'Changed mind', refunds: 28 },
    { reason: 'Wrong size', refunds: 19 },
    { reason: 'Arrived late', refunds: 9 },
  ],
  orders: [
    { order: 'A-1042', item: 'Ceramic lamp', total: 90.5, delivered: true, placed: '2026-11-09' },
    { order: 'A-1043', item: 'Linen shade, 40 cm', total: 32, delivered: false, placed: '2026-11-12' },
    { order: 'A-0999', item: 'Walnut desk', total: 1249.99, delivered: true, placed: '2026-08-30' },
  ],
  many: Array.from({ length: 1204 }, (_, index) => ({
    customer: `Customer ${(index * 733) % 1204}`,
    orders: index % 17,
    spent: ((index * 37) % 900) + 0.5,
    country: ['Portugal', 'France', 'Deutschland', '日本', 'المغرب'][index % 5],
  })),
  facts: { order: 'A-1042', status: 'Delivered', total: 90.5, signed: true, note: null },
  nested: { order: { id: 'A-1042', lines: [{ sku: 'L-1', parts: [1, 2] }] } },
}
