/** The slot search as it is usually written: for each staff member and window every step is held against every booking. */
export interface NaiveInterval {
  from: number;
  to: number;
}

export interface NaiveDiary {
  windows: NaiveInterval[];
  busy: NaiveInterval[];
}

export interface NaivePool {
  capacity: number;
  busy: NaiveInterval[];
}

const CELL = 5;

/** Pairs of staff member and start, in minutes; pools are counted a cell, which is kind to the baseline. */
export function naiveSlots(staff: NaiveDiary[], pools: NaivePool[], duration: number, step: number): number {
  const first = Math.min(...staff.map(({ windows }) => windows[0]!.from));
  const last = Math.max(...staff.map(({ windows }) => windows[windows.length - 1]!.to));
  const taken = pools.map(({ busy }) => {
    const counts = new Int32Array((last - first) / CELL + 1);
    for (const { from, to } of busy)
      for (let minute = Math.max(first, from); minute < Math.min(to, last); minute += CELL)
        counts[(minute - first) / CELL]!++;
    return counts;
  });
  let offers = 0;
  for (const { windows, busy } of staff)
    for (const window of windows)
      for (let start = window.from; start + duration <= window.to; start += step) {
        const isBusy = busy.some(({ from, to }) => from < start + duration && to > start);
        if (!isBusy && hasRoom(start)) offers++;
      }
  return offers;

  function hasRoom(start: number): boolean {
    for (let pool = 0; pool < pools.length; pool++)
      for (let minute = start; minute < start + duration; minute += CELL)
        if (taken[pool]![(minute - first) / CELL]! >= pools[pool]!.capacity) return false;
    return true;
  }
}
