import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Fills a pane that has nothing to show, and says the next step. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={classes.root}>
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {children}
    </div>
  );
}
