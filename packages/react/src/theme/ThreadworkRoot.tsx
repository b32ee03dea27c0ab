import type { ComponentProps, ReactNode } from 'react'

/** `inherit` follows the host's `color-scheme`; `system` follows the person's system. */
export type Theme = 'inherit' | 'light' | 'dark' | 'system'
/** A factor on spaces and controls, `comfortable` without one. For fingers the controls are large in each. */
export type Density = 'compact' | 'comfortable' | 'relaxed'
/** `system` gives more contrast where the person's system asks for it; `more` always, in either theme. */
export type Contrast = 'system' | 'more'

export interface ThreadworkRootProps extends ComponentProps<'div'> {
  readonly theme?: Theme
  readonly density?: Density
  readonly contrast?: Contrast
}

/** The element that carries the tokens. Every component of the kit stands inside one; one inside another inherits. */
export const ThreadworkRoot = ({
  theme = 'inherit',
  density,
  contrast = 'system',
  className,
  ...rest
}: ThreadworkRootProps): ReactNode => (
  <div
    {...rest}
    className={className ? `twk-root ${className}` : 'twk-root'}
    data-theme={theme === 'inherit' ? undefined : theme}
    data-density={density}
    data-contrast={contrast === 'more' ? contrast : undefined}
  />
)
