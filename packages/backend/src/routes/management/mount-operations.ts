import { Hono } from 'hono'
import type { RouteEnv, Routes } from '../route.ts'
import type { Operation } from './operation.ts'

/** Serves operations at their paths. Where a fixed word and a parameter share a place, the word comes first. */
export function mountOperations(operations: readonly Operation[]): Routes {
  const routes = new Hono<RouteEnv>()
  for (const operation of operations.toSorted(byFixedWords)) {
    routes.on(operation.method.toUpperCase(), operation.path, (c) => operation.answer(c))
  }
  return routes
}

const parameters = ({ path }: Operation): number => path.split('/:').length - 1

const byFixedWords = (one: Operation, other: Operation): number => parameters(one) - parameters(other)
