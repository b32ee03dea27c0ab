interface Task {
  readonly size: number
  run(): Promise<void>
}

/** Runs tasks in the order of their arrival, a few at a time. */
export class TaskQueue {
  readonly #parallel: number
  readonly #changed: () => void
  #waiting: Task[] = []
  #running = 0
  #size = 0

  /** Runs at most `parallel` tasks at a time; `changed` hears of each change of `size`. */
  constructor(parallel: number, changed: () => void) {
    this.#parallel = parallel
    this.#changed = changed
  }

  /** What the tasks that wait weigh. */
  get size(): number {
    return this.#size
  }

  /** `run` must not reject. */
  add(task: Task): void {
    this.#waiting.push(task)
    this.#size += task.size
    this.#next()
    this.#changed()
  }

  #next(): void {
    if (this.#running >= this.#parallel) return
    const task = this.#waiting.shift()
    if (!task) return
    this.#size -= task.size
    this.#running += 1
    void task.run().finally(() => {
      this.#running -= 1
      this.#next()
      this.#changed()
    })
  }
}
