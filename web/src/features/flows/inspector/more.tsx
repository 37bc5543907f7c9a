import type { ReactNode } from 'react';
import classes from './inspector.module.css';

/** Fields that few flows need, closed at first. */
export function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  );
}
