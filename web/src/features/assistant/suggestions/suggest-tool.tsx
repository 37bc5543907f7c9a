import { IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { modeOf } from '../settings/settings-draft.ts';
import { settingsQuery } from '../settings/settings-queries.ts';
import { makeSuggestion, makingKey } from './suggestion-queries.ts';

/** The button that asks the assistant for an answer. Nothing where the assistant is off. */
export function SuggestTool({ row, className }: { row: Row; className: string | undefined }) {
  const { t } = useTranslation('suggestion');
  const { data: settings } = useQuery(settingsQuery);
  const make = useMutation({
    mutationKey: makingKey(row._id),
    mutationFn: () => makeSuggestion(row._id),
    onSuccess: (suggestion) => suggestion ?? toast({ message: t('nothing') }),
    onError: toastError,
  });
  if (!settings || modeOf(settings, row.channel_id) === 'off') return null;
  return (
    <button
      type="button"
      className={className}
      aria-label={t('make')}
      title={t('make')}
      disabled={make.isPending}
      onClick={() => make.mutate()}
    >
      <IconSparkles size={20} stroke={1.75} aria-hidden />
    </button>
  );
}
