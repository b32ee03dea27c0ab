import type { ReactNode } from 'react'
import { CodeBlock, type CodeBlockProps } from './CodeBlock.tsx'
import { useExtra } from './useExtra.ts'

/** A block of code: in the kit's box, or as an extra draws its language. */
export const Code = ({ code, language }: CodeBlockProps): ReactNode =>
  useExtra('blocks', code, language) ?? <CodeBlock code={code} language={language} />
