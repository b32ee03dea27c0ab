'use client'

import { useRef, useState, type ReactNode } from 'react'
import { CodeBlock } from '../markdown/CodeBlock.tsx'
import type { CodeProps } from '../markdown/markdown-extra.ts'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { useDiagram } from './useDiagram.ts'
import { useIsNear } from './useIsNear.ts'

export interface DiagramProps extends CodeProps {
  /** The address of the frame's page. */
  readonly frame: string
}

/**
 * A diagram, once its block is closed; its source until then, on request, and when it cannot be drawn. A frame draws one
 * source: another source gets a frame of its own.
 */
export const Diagram = ({ isOpen, ...props }: DiagramProps): ReactNode =>
  isOpen ? (
    <CodeBlock code={props.code} language={props.language} />
  ) : (
    <ClosedDiagram key={props.code} {...props} />
  )

const ClosedDiagram = ({ code, language, frame }: Omit<DiagramProps, 'isOpen'>): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLIFrameElement>(null)
  const isNear = useIsNear(box)
  const { step, title, height } = useDiagram(inner, code, isNear)
  const [isSourceWanted, setIsSourceWanted] = useState(false)
  const isSourceShown = isSourceWanted || step === 'failed'
  return (
    <div className="twk-code twk-diagram" data-state={step} ref={box}>
      <div className="twk-code__bar">
        <bdi>{title === '' ? strings.diagram : title}</bdi>
        {step !== 'failed' && (
          <button
            type="button"
            className="twk-code__copy"
            aria-expanded={isSourceShown}
            onClick={() => setIsSourceWanted(!isSourceWanted)}
          >
            {isSourceShown ? strings.hideSource : strings.showSource}
          </button>
        )}
      </div>
      {step === 'drawing' && <p className="twk-hint twk-diagram__note">{strings.diagramDrawing}</p>}
      {step === 'failed' && <p className="twk-hint twk-diagram__note">{strings.diagramFailed}</p>}
      {isNear && step !== 'failed' && (
        <iframe
          ref={inner}
          className="twk-diagram__frame"
          src={frame}
          sandbox="allow-scripts"
          allow=""
          referrerPolicy="no-referrer"
          title={strings.diagramNamed(title)}
          style={{ blockSize: height }}
        />
      )}
      {isSourceShown && <CodeBlock code={code} language={language} />}
    </div>
  )
}
