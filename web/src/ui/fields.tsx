import type { ReactNode } from 'react';
import classes from './fields.module.css';

/** Short fields side by side; below each other where there is no room. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}
