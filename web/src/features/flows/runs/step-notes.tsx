import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useRunErrorWords } from './use-run-error-words.ts';
import type { EffectKind } from './run-types.ts';
import type { RunStep } from './run-steps.ts';
import classes from './run-step-list.module.css';

/** A held time. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What was said at a step, and what it did. */
export function StepNotes({ step }: { step: RunStep }) {
  const { t } = useTranslation('flowRuns');
  const errorWords = useRunErrorWords();
  const time = useTimeSettings();
  const speaks = step.type === 'message' || step.type === 'ask';
  // Sent messages are shown by their words.
  const effects = step.effects.filter(({ kind, status }) => kind !== 'send' || status !== 'done');
  const codes = effects.flatMap(({ error }) => error?.code ?? []);
  // An effect that failed says why itself.
  const notes = step.notes.filter((note) => !codes.includes(note));
  return (
    <>
      {notes.map((note, index) => {
        const isCustomer = step.type === 'trigger' || (speaks && index > 0);
        return (
          <p key={index} className={classes.note} data-by={isCustomer ? 'customer' : speaks ? 'flow' : 'step'}>
            {INSTANT.test(note) ? fullTime(note, time) : errorWords(note)}
          </p>
        );
      })}
      {effects.length > 0 && (
        <ul className={classes.effects} aria-label={t('replay.effects')}>
          {effects.map(({ kind, status, error }, index) => (
            <li key={index} data-status={status}>
              {t(`effects.${kind as EffectKind}`)} · {t(`effectStatus.${status}`)}
              {error && <span className={classes.error}>{errorWords(error.code, error.message)}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
