export { diagrams, type DiagramsOptions } from './diagrams.ts'
