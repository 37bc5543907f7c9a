import type { ReactNode } from 'react';
import classes from './actions.module.css';

/** Buttons side by side; below each other where there is no room. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
