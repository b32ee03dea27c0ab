/** Below this a value turns up by chance in texts that have nothing to do with it, and hiding it would ruin them. */
const shortest = 6
const longest = 8192

/** What is wrong with a value that is to be kept as a secret, as a sentence without it; `null` when it is good. */
export function judgeSecretValue(value: string): string | null {
  if (value.trim() !== value)
    return 'A secret begins and ends without spaces or line breaks. Take them off: they came along when it was copied.'
  if (value.length < shortest)
    return `A secret has at least ${shortest} characters: a shorter one cannot be hidden in what is shown. Make it longer, or keep it as a plain variable.`
  if (value.length > longest) return `A secret has at most ${longest} characters.`
  return null
}
