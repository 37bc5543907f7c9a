import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { EmptyState } from './empty-state.tsx';
import { RetryButton } from './retry-button.tsx';

/** Fills a pane whose data could not be read: why, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <EmptyState title={t('failed.title')} text={errorWords(error)}>
      {requestId && <code>{requestId}</code>}
      <RetryButton onRetry={onRetry} />
    </EmptyState>
  );
}
