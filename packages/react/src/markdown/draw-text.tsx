import type { ReactNode } from 'react'

const mark = /\[\^([^\]\s]{1,24})\]:?/u

/** A text; `[^1]`, whose note stands in another block and is only text to the parser, is a raised mark all the same. */
export const drawText = (value: string): ReactNode => {
  if (!value.includes('[^')) return value
  return value.split(/(\[\^[^\]\s]{1,24}\]:?)/u).map((part, index) => {
    const name = mark.exec(part)?.[1]
    return name === undefined ? part : <sup key={index}>{name}</sup>
  })
}
