import type { ReactNode } from 'react';
import classes from './table-page.module.css';

interface TablePageProps {
  title: string;
  /** Links to sister pages. */
  tabs?: ReactNode;
  /** Buttons at the end of the title line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with a wide list: title, tabs and buttons above, the list scrolled below. */
export function TablePage({ title, tabs, actions, children }: TablePageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {tabs}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
