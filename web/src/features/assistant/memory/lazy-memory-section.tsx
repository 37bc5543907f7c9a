import { lazy, Suspense } from 'react';
import { withAssistantTurnWords } from '#web/lib/i18n/i18n.ts';

const MemorySection = lazy(
  withAssistantTurnWords(async () => ({ default: (await import('./memory-section.tsx')).MemorySection })),
);

/** The memory of the assistant about a customer, loaded after the panel. */
export function LazyMemorySection({ contactId }: { contactId: string }) {
  return (
    <Suspense fallback={null}>
      <MemorySection contactId={contactId} />
    </Suspense>
  );
}
