/** Drops whoever would be left with a dead gap, but on local days on which that would leave nothing. */
export function withoutDeadGaps(
  offers: ReadonlyMap<number, string[]>,
  dayOf: (start: number) => number,
  leavesDeadGap: (staffId: string, start: number) => boolean,
): Map<number, string[]> {
  const kept = new Map<number, string[]>();
  for (const [start, staff] of offers) {
    const left = staff.filter((id) => !leavesDeadGap(id, start));
    if (staff.length === 0 || left.length > 0) kept.set(start, left);
  }
  const days = new Set([...kept.keys()].map(dayOf));
  return new Map(
    [...offers].flatMap(([start, staff]) => {
      if (!days.has(dayOf(start))) return [[start, staff] as const];
      const left = kept.get(start);
      return left ? [[start, left] as const] : [];
    }),
  );
}

/** Whether on one side of some cells something is free, but less than `least` minutes. */
export function isBesideDeadGap(
  claimed: readonly number[],
  least: number | undefined,
  isFree: (cell: number) => boolean,
): boolean {
  const enough = Math.ceil((least ?? 0) / 5);
  return [-1, 1].some((side) => {
    const edge = side < 0 ? Math.min(...claimed) - 1 : Math.max(...claimed) + 1;
    let free = 0;
    while (free < enough && isFree(edge + side * free)) free++;
    return free > 0 && free < enough;
  });
}
