/** The state that decides whether rows may move. */
export interface Stillness {
  /** The pointer is inside the list, or a row had a key a moment ago: nothing moves. */
  isHeld: boolean;
  /** The list is scrolled down: new rows wait above it. */
  isScrolled: boolean;
  /** The open row stays until another one is opened. */
  openId: string | undefined;
}

/** The ids that the list shows next, made of those that it shows and of the newest order. */
export function nextShown(
  shown: readonly string[],
  newest: readonly string[],
  { isHeld, isScrolled, openId }: Stillness,
): readonly string[] {
  const known = new Set(shown);
  const lastKnown = newest.findLastIndex((id) => known.has(id));
  if (isHeld) return lastKnown === newest.length - 1 ? shown : [...shown, ...newest.slice(lastKnown + 1)];
  const ids = isScrolled ? newest.filter((id, place) => known.has(id) || place > lastKnown) : [...newest];
  const next = keepOpen(ids, shown, openId);
  return next.length === shown.length && next.every((id, place) => id === shown[place]) ? shown : next;
}

/** If the open row is not in the new order, keeps it below the row that was above it. */
function keepOpen(ids: string[], shown: readonly string[], openId: string | undefined): readonly string[] {
  const place = openId === undefined ? -1 : shown.indexOf(openId);
  if (openId === undefined || place < 0 || ids.includes(openId)) return ids;
  const above = shown.slice(0, place).findLast((id) => ids.includes(id));
  return ids.toSpliced(above === undefined ? 0 : ids.indexOf(above) + 1, 0, openId);
}

/** How many rows of the newest order are not shown yet. */
export function countWaiting(shown: readonly string[], newest: readonly string[]): number {
  const known = new Set(shown);
  return newest.filter((id) => !known.has(id)).length;
}

/**
 * Counts the places by which the rows have moved down. Compares two neighbouring rows, because a single row may have
 * moved alone.
 * @param first the place of the first visible row before
 */
export function movedDown(before: readonly string[], after: readonly string[], first: number): number {
  const places = new Map(after.map((id, place) => [id, place]));
  for (let place = first; place + 1 < before.length; place += 1) {
    const now = places.get(before[place] ?? '');
    if (now !== undefined && places.get(before[place + 1] ?? '') === now + 1) return now - place;
  }
  return 0;
}
