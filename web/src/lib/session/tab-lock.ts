/**
 * Runs the work while no other tab runs work under the same name. Browsers have no locks on plain http; there the work
 * just runs, and the API answers parallel refreshes alike for 10 s.
 */
export function withTabLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? locks.request(name, work) : work();
}
