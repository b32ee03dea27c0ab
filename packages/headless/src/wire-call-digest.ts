export { canonicalJson, digestOfCall, type ShownCall } from '@threadwork/core'
