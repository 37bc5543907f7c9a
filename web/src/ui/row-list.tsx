import type { ReactNode } from 'react';
import classes from './row-list.module.css';

/** Rows below each other: words at the left, buttons at the right. */
export function RowList({ empty, children }: { empty: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return <p className={classes.empty}>{empty}</p>;
  return <ul className={classes.list}>{children}</ul>;
}
