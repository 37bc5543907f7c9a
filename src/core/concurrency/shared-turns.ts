interface Turn<T> {
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly result: Promise<T>;
  next?: Promise<T>;
}

/**
 * Lets everybody who wants the same work done at the same time share it: whoever needs it begun later than the one under
 * way shares the next one, so that however many come, there is one under way and one to come.
 */
export class SharedTurns<T> {
  private readonly turns = new Map<string, Turn<T>>();

  /** @param notBefore what began then (ms since 1970) or earlier is too old */
  run(key: string, notBefore: number, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(key);
    if (!turn) return this.begin(key, work);
    if (turn.began > notBefore) return turn.result;
    const begin = (): Promise<T> => this.begin(key, work);
    return (turn.next ??= turn.result.then(begin, begin));
  }

  private begin(key: string, work: () => Promise<T>): Promise<T> {
    const turn: Turn<T> = { began: Date.now(), result: work() };
    this.turns.set(key, turn);
    const end = (): void => {
      if (this.turns.get(key) === turn && !turn.next) this.turns.delete(key);
    };
    turn.result.then(end, end);
    return turn.result;
  }
}
