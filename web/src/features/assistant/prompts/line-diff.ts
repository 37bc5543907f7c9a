export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** The lines of both texts in one list, with as many equal lines as possible. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const shared = sharedLengths(old, now);
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    const [removed, added] = [old[left], now[right]];
    const skipsOld = shared[left + 1]?.[right] ?? -1;
    const skipsNew = shared[left]?.[right + 1] ?? -1;
    if (removed !== undefined && removed === added) {
      lines.push({ kind: 'same', text: removed });
      left++;
      right++;
    } else if (removed !== undefined && (added === undefined || skipsOld >= skipsNew)) {
      lines.push({ kind: 'removed', text: removed });
      left++;
    } else {
      lines.push({ kind: 'added', text: added ?? '' });
      right++;
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** `[left][right]`: how many lines the ends of both texts have in common, from these lines on. */
function sharedLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let left = old.length - 1; left >= 0; left--) {
    for (let right = now.length - 1; right >= 0; right--) {
      lengths[left]![right] =
        old[left] === now[right]
          ? lengths[left + 1]![right + 1]! + 1
          : Math.max(lengths[left + 1]![right]!, lengths[left]![right + 1]!);
    }
  }
  return lengths;
}
