const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short', hourCycle: 'h23' })
const dayAndClock = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
})

const formatFor = (text: string): Intl.DateTimeFormat | null => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day
  if (/^\d{2}:\d{2}/.test(text)) return clock
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? dayAndClock : null
}

/** An ISO date, time or both as English writes it, in the person's own zone; other text as it is. */
export const englishMoment = (text: string): string => {
  const format = formatFor(text)
  // A date without a time would be midnight in UTC, which is the day before in half of the world.
  const at = new Date(format === day ? `${text}T00:00` : format === clock ? `2000-01-01T${text}` : text)
  return format === null || Number.isNaN(at.getTime()) ? text : format.format(at)
}
