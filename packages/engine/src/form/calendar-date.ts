const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether `text` is a day of the Gregorian calendar in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  const length = month === 2 && isLeap(year) ? 29 : monthLengths[month - 1]
  return length !== undefined && day >= 1 && day <= length
}
