/** Runs the changes of one appointment one after another, each on the version that the one before has made. */
export class ChangeQueue<Changed extends { version: number }> {
  /** The last saved change of each appointment. */
  private readonly last = new Map<string, Promise<Changed | undefined>>();

  /**
   * @param readVersion of the appointment as the user saw it, which may be older than the user's last change
   * @param change gets the version to change
   */
  run(id: string, readVersion: number, change: (version: number) => Promise<Changed>): Promise<Changed> {
    const before = this.last.get(id) ?? Promise.resolve(undefined);
    const mine = before.then((last) => change(Math.max(readVersion, last?.version ?? 0)));
    // A refused change says nothing about the next one.
    this.last.set(
      id,
      mine.catch(() => before),
    );
    return mine;
  }
}
