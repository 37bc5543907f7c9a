import type { ReactNode } from 'react';
import { Mark } from '#web/ui/mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './auth-card.module.css';

/** The frame of the pages before the log-in. */
export function AuthCard(props: { title: string; text?: string; children?: ReactNode; links?: ReactNode }) {
  const { title, text, children, links } = props;
  return (
    <main className={classes.page}>
      <section className={classes.card} aria-labelledby="auth-title">
        <Mark size={40} />
        <h1 id="auth-title" className={classes.title}>
          {title}
        </h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
        {links && <div className={classes.links}>{links}</div>}
      </section>
      <LanguageSwitch />
    </main>
  );
}
