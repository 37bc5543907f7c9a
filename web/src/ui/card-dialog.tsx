import type { ReactNode } from 'react';
import classes from './card-dialog.module.css';
import { NativeDialog } from './native-dialog.tsx';

interface CardDialogProps {
  title: string;
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function CardDialog({ title, isWide = false, onClose, children }: CardDialogProps) {
  return (
    <NativeDialog label={title} className={classes.dialog} onClose={onClose}>
      <div className={classes.content} data-wide={isWide || undefined}>
        <h2 className={classes.title}>{title}</h2>
        {children}
      </div>
    </NativeDialog>
  );
}

/** The buttons at the end of a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}
