import type { ReactNode } from 'react';
import classes from './card-dialog.module.css';
import { NativeDialog } from './native-dialog.tsx';

/** A small dialog with a title. */
export function CardDialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <NativeDialog label={title} className={classes.dialog} onClose={onClose}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </NativeDialog>
  );
}

/** The buttons at the end of a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}
