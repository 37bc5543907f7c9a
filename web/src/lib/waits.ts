/** The waits that users notice most. The browser's tools show them, and `npm run bench web` reads them. */
type Wait = 'open-thread' | 'switch-view' | 'send-to-echo';

/** Begins to measure. A wait that was begun before and not ended is forgotten. */
export function beginWait(wait: Wait): void {
  performance.clearMarks(wait);
  performance.mark(wait);
}

/** Ends with the frame that is painted next. Does nothing where no wait was begun. Only the last measure is kept. */
export function endWait(wait: Wait): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (performance.getEntriesByName(wait, 'mark').length === 0) return;
      performance.clearMeasures(wait);
      performance.measure(wait, wait);
      performance.clearMarks(wait);
    }),
  );
}
