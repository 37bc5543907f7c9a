import { type ReactNode, useEffect, useRef } from 'react';

interface NativeDialogProps {
  label: string;
  className: string | undefined;
  onClose: () => void;
  onKeyDown?: (event: React.KeyboardEvent) => void;
  children: ReactNode;
}

/** A modal dialog of the browser: it keeps the focus, closes with Esc or a click beside it, and gives the focus back. */
export function NativeDialog({ label, className, onClose, onKeyDown, children }: NativeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The touch that opened the dialog may end on its backdrop. Only a touch that begins there closes the dialog.
  const beganOutside = useRef(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role="dialog"
      aria-label={label}
      className={className}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      onPointerDown={({ target, currentTarget }) => (beganOutside.current = target === currentTarget)}
      onClick={({ target, currentTarget }) => beganOutside.current && target === currentTarget && onClose()}
    >
      {children}
    </dialog>
  );
}
