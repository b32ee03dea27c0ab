import type { TapePlayer } from '@threadwork/core/inspect'
import type { ReactElement } from 'react'
import { useInspection } from './useInspection.ts'

export interface TapeScrubberProps {
  readonly player: TapePlayer
  /** Milliseconds into the tape. */
  readonly now: number
  readonly setNow: (ms: number) => void
  readonly speed: number
  readonly setSpeed: (speed: number) => void
  readonly isPlaying: boolean
  readonly toggle: () => void
}

const speeds = [1, 4, 16]

const clockOf = (ms: number): string => {
  const tenths = Math.floor(ms / 100)
  const seconds = Math.floor(tenths / 10)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${tenths % 10}`
}

/** 1: forward, -1: back, 0: another key. Left and right follow the direction of the page. */
const stepOf = (key: string, isMirrored: boolean): number => {
  if (key === 'ArrowUp') return 1
  if (key === 'ArrowDown') return -1
  if (key === 'ArrowRight') return isMirrored ? -1 : 1
  return key === 'ArrowLeft' ? (isMirrored ? 1 : -1) : 0
}

/** Play, pause, three speeds, and a slider over the tape's time; the arrow keys go from moment to moment. */
export const TapeScrubber = (props: TapeScrubberProps): ReactElement => {
  const { player, now, setNow, isPlaying } = props
  const words = useInspection()
  const { moments, duration } = player
  const shown = Math.round(now)
  const back = moments.findLast((at) => at < shown) ?? 0
  const forward = moments.find((at) => at > shown) ?? duration
  return (
    <div className="twk-tape__scrubber" role="group" aria-label={words.position}>
      <button type="button" className="twk-button" data-variant="secondary" onClick={props.toggle}>
        {isPlaying ? words.pause : words.play}
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.ceil(duration))}
        step={1}
        value={shown}
        aria-label={words.position}
        aria-valuetext={words.of(clockOf(shown), clockOf(duration))}
        onChange={({ target }) => setNow(Number(target.value))}
        onKeyDown={(event) => {
          const step = stepOf(event.key, getComputedStyle(event.currentTarget).direction === 'rtl')
          if (step === 0) return
          // One millisecond a press would be no way through a tape.
          event.preventDefault()
          setNow(step > 0 ? forward : back)
        }}
      />
      <output className="twk-tape__time">{words.of(clockOf(shown), clockOf(duration))}</output>
      <div className="twk-tape__buttons">
        <button type="button" className="twk-text-button" disabled={shown <= 0} onClick={() => setNow(back)}>
          {words.back}
        </button>
        <button
          type="button"
          className="twk-text-button"
          disabled={shown >= duration}
          onClick={() => setNow(forward)}
        >
          {words.forward}
        </button>
        <label>
          <span>{words.speed}</span>{' '}
          <select value={props.speed} onChange={({ target }) => props.setSpeed(Number(target.value))}>
            {speeds.map((speed) => (
              <option key={speed} value={speed}>
                {words.times(speed)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  )
}
