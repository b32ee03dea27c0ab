export { type AttachedBff, attachBff } from './attach.ts'
export { type BffServer, serveBff } from './serve.ts'
