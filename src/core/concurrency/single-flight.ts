interface Flight<T> {
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly result: Promise<T>;
  next?: Promise<T>;
}

/** Shares one run of the same work among parallel callers. Callers that need a later start share the next run. */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Flight<T>>();

  /** @param mustBeginAfter a run that began at this time (ms since 1970) or earlier is too old */
  run(key: string, mustBeginAfter: number, work: () => Promise<T>): Promise<T> {
    const flight = this.flights.get(key);
    if (!flight) return this.begin(key, work);
    if (flight.began > mustBeginAfter) return flight.result;
    const begin = (): Promise<T> => this.begin(key, work);
    return (flight.next ??= flight.result.then(begin, begin));
  }

  private begin(key: string, work: () => Promise<T>): Promise<T> {
    const flight: Flight<T> = { began: Date.now(), result: work() };
    this.flights.set(key, flight);
    const end = (): void => {
      if (this.flights.get(key) === flight && !flight.next) this.flights.delete(key);
    };
    flight.result.then(end, end);
    return flight.result;
  }
}
