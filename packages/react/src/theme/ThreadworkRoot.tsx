import type { ComponentProps, ReactNode } from 'react'

/** `inherit` follows the host's `color-scheme`; `system` follows the person's system. */
export type Theme = 'inherit' | 'light' | 'dark' | 'system'
export type Density = 'compact' | 'comfortable' | 'relaxed'

export interface ThreadworkRootProps extends ComponentProps<'div'> {
  readonly theme?: Theme
  readonly density?: Density
}

/** The element that carries the tokens. Every component of the kit stands inside one. */
export const ThreadworkRoot = ({
  theme = 'inherit',
  density = 'comfortable',
  className,
  ...rest
}: ThreadworkRootProps): ReactNode => (
  <div
    {...rest}
    className={className ? `twk-root ${className}` : 'twk-root'}
    data-theme={theme === 'inherit' ? undefined : theme}
    data-density={density}
  />
)
