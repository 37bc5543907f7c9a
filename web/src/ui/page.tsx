import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A page of text and forms: one column, scrolled as a whole. */
export function Page({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="page-title">
      <div className={classes.page}>
        <h1 id="page-title" className={classes.title}>
          {title}
        </h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
      </div>
    </div>
  );
}
