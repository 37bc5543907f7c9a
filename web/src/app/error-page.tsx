import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { RetryButton } from '#web/ui/retry-button.tsx';

/** The page of a screen that failed: the words of the error, and the request id to give to the support. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <EmptyState title={t('failed.title')} text={error instanceof ApiError ? errorWords(error) : t('failed.text')}>
      {requestId && <code>{requestId}</code>}
      <RetryButton onRetry={() => window.location.reload()} />
    </EmptyState>
  );
}
