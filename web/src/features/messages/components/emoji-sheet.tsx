import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './emoji-sheet.module.css';

const EMOJIS = [
  ...['😀', '😄', '😊', '🙂', '😉', '😍', '🥰', '😘', '😂', '🤣', '😅', '🤗'],
  ...['🤔', '😮', '😢', '😭', '😔', '😷', '🤒', '🥳', '😎', '🙏', '👍', '👎'],
  ...['👏', '🙌', '👋', '🤝', '💪', '👌', '❤️', '💚', '💛', '💙', '💔', '✨'],
  ...['🐶', '🐱', '🐰', '🐹', '🐦', '🐢', '🐟', '🐴', '🐾', '🦴', '🛁', '✂️'],
  ...['💉', '💊', '🩺', '🏥', '🏠', '📅', '⏰', '📍', '📷', '✅', '⚠️', '🎉'],
] as const;
const COLUMNS = 12;

/** Sixty emoji for a front desk. Arrow keys move, Enter inserts one, Esc closes. */
export function EmojiSheet({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }) {
  const { t } = useTranslation('messages');
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    sheet.current?.querySelector('button')?.focus();
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!sheet.current?.parentElement?.contains(target as Node)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onClose]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  };

  return (
    <div ref={sheet} className={classes.sheet} role="dialog" aria-label={t('composer.emoji')} onKeyDown={onKeyDown}>
      {EMOJIS.map((emoji) => (
        <button
          key={emoji}
          type="button"
          className={classes.emoji}
          onClick={() => {
            onPick(emoji);
            onClose();
          }}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
