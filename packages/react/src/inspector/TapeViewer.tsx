'use client'

import { openTape, type TapePlayer } from '@threadwork/core/inspect'
import { Component, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { StatusPill } from '../status/StatusPill.tsx'
import { Thread } from '../thread/Thread.tsx'
import { TapeScrubber } from './TapeScrubber.tsx'
import { useInspection } from './useInspection.ts'

export interface TapeViewerProps {
  /** What is in the file. */
  readonly text: string
  /** The file's name. */
  readonly name: string
  /** Left out, the recording cannot be closed from here. */
  readonly onClose?: () => void
  readonly agentName?: string
}

type Opened =
  | { readonly status: 'open'; readonly player: TapePlayer }
  | { readonly status: 'failed'; readonly problem: string }

const open = (text: string): Opened => {
  try {
    return { status: 'open', player: openTape(text) }
  } catch (error) {
    // What is wrong with a file is a SyntaxError; anything else is a defect of ours.
    if (error instanceof SyntaxError) return { status: 'failed', problem: error.message }
    throw error
  }
}

/** A recorded conversation, read-only, with a scrubber over its time. A file that is no tape is told plainly. */
export const TapeViewer = ({ text, name, onClose, agentName }: TapeViewerProps): ReactElement => {
  const words = useInspection()
  const opened = useMemo(() => open(text), [text])
  return (
    <section className="twk-tape" aria-label={words.recording(name)}>
      <div className="twk-tape__banner">
        <h2>{words.recording(name)}</h2>
        {opened.status === 'open' && opened.player.head.isRedacted && <p>{words.redacted}</p>}
        {onClose && (
          <button type="button" className="twk-button" data-variant="quiet" onClick={onClose}>
            {words.leave}
          </button>
        )}
      </div>
      {opened.status === 'failed' ? (
        <div className="twk-tape__problem" role="alert">
          <h3>{words.badTape}</h3>
          <p className="twk-error">{opened.problem}</p>
        </div>
      ) : (
        <Replay key={text} player={opened.player} agentName={agentName} />
      )}
    </section>
  )
}

interface ReplayProps {
  readonly player: TapePlayer
  readonly agentName: string | undefined
}

/** Milliseconds between two looks at a tape that plays. */
const tick = 50

const usePlaying = (player: TapePlayer) => {
  const clock = useClock()
  const [now, setNow] = useState(0)
  const [speed, setSpeed] = useState(1)
  const [isPlaying, setPlaying] = useState(false)
  const isOver = now >= player.duration
  useEffect(() => {
    if (!isPlaying || isOver) return undefined
    let last = clock.now()
    const step = () => {
      const passed = (clock.now() - last) * speed
      last = clock.now()
      setNow((known) => Math.min(player.duration, known + Math.max(0, passed)))
      timer = clock.after(tick, step)
    }
    let timer = clock.after(tick, step)
    return () => timer.cancel()
  }, [clock, isPlaying, isOver, speed, player])
  const toggle = () => {
    if (isOver) setNow(0)
    setPlaying(isOver || !isPlaying)
  }
  return { now, setNow, speed, setSpeed, isPlaying: isPlaying && !isOver, toggle }
}

const Replay = ({ player, agentName }: ReplayProps): ReactElement => {
  const words = useInspection()
  const playing = usePlaying(player)
  const moment = player.at(playing.now)
  return (
    <>
      <div className="twk-tape__thread">
        <StatusPill phase={moment.phase} link={moment.link} isLive={false} />
        <Guard fallback={<p className="twk-error">{words.badMoment}</p>}>
          <Thread items={moment.items} phase={moment.phase} {...(agentName ? { agentName } : {})} />
        </Guard>
      </div>
      <TapeScrubber player={player} {...playing} />
    </>
  )
}

interface GuardProps {
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** What a tape holds may be anybody's: a row that cannot be drawn must not take the page with it. */
class Guard extends Component<GuardProps, { readonly hasFailed: boolean }> {
  override state: { readonly hasFailed: boolean } = { hasFailed: false }
  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }
  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
