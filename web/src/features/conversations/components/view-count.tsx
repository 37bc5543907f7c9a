import type { ViewCounts } from '../counts-query.ts';
import classes from './views-pane.module.css';

/** How many conversations a view has. */
export function ViewCount({ count }: { count: ViewCounts[string] | undefined }) {
  if (!count) return null;
  return (
    <span className={classes.count} data-unread={count.unread > 0 || undefined}>
      {count.open}
    </span>
  );
}
