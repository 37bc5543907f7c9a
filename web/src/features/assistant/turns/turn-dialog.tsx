import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Turn } from '../assistant-types.ts';
import { traceOfTurn } from './trace-data.ts';
import { TraceView } from './trace-view.tsx';
import classes from './trace.module.css';
import { turnQuery } from './turns-queries.ts';
import { useTurnWords } from './use-turn-words.ts';

const SECOND_MS = 1_000;

/** Why the assistant has answered so. */
export function TurnDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('turns');
  const { data: turn, error } = useQuery(turnQuery(id));
  return (
    <CardDialog title={t('title')} isWide onClose={onClose}>
      <FormError error={turn ? null : error} />
      {turn && <Trace turn={turn} />}
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

function Trace({ turn }: { turn: Turn }) {
  const { t } = useTranslation('turns');
  const time = useTimeSettings();
  const words = useTurnWords();
  const { messages, reply, suggestion, staff_reply: staffReply, prompt_number: number } = turn;
  const title = turn.mode === 'auto' ? 'said' : turn.mode === 'shadow' ? 'wouldSay' : 'suggested';
  const sent = suggestion?.outcome === 'edited' ? suggestion.sent_text : null;
  const facts = [
    [t('trace.mode'), t(`modes.${turn.mode}`)],
    ...(number === null ? [] : [[t('trace.prompt'), t('trace.version', { number })]]),
    ...(turn.notice ? [[t('trace.notice'), words.notice(turn.notice)]] : []),
    ...(turn.error_code ? [[t('trace.failure'), words.code(turn.error_code)]] : []),
    [t('trace.started'), fullTime(turn.created_at, time)],
    ...(turn.duration_ms === null ? [] : [[t('trace.time'), timeWords(turn.duration_ms, time.locale)]]),
  ] as [string, string][];
  return (
    <div className={classes.trace}>
      <Said title={t('trace.asked')} text={messages.map(({ text }) => text).join('\n')} />
      {reply && <Said title={t(`trace.${title}`)} text={reply} isOurs />}
      {sent && <Said title={t('trace.sentInstead')} text={sent} isOurs />}
      {staffReply && <Said title={t('trace.staffSaid')} text={staffReply} isOurs />}
      <TraceView trace={traceOfTurn(turn)} facts={facts} />
    </div>
  );
}

function Said({ title, text, isOurs = false }: { title: string; text: string; isOurs?: boolean }) {
  return (
    <section className={classes.said}>
      <h3>{title}</h3>
      <p className={classes.text} data-ours={isOurs || undefined}>
        {text}
      </p>
    </section>
  );
}

/** Answers take seconds, so minutes would be too coarse. */
const timeWords = (ms: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(ms / SECOND_MS);
