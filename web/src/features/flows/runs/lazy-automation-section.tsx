import { lazy, Suspense } from 'react';
import { withFlowRunWords } from '#web/lib/i18n/i18n.ts';

const AutomationSection = lazy(
  withFlowRunWords(async () => ({ default: (await import('./automation-section.tsx')).AutomationSection })),
);

/** The section about flows of a conversation, loaded after the panel. */
export function LazyAutomationSection({ conversationId }: { conversationId: string }) {
  return (
    <Suspense fallback={null}>
      <AutomationSection conversationId={conversationId} />
    </Suspense>
  );
}
