import { createContext, type Context } from 'react'

/** True below a link, where nothing else may be pressed. */
export const InsideLink: Context<boolean> = createContext(false)
