import 'i18next';
import type { words } from '#web/locales/en/index.ts';
import type { assistantWords } from '#web/locales/en/assistant.ts';
import type { assistantTurnWords } from '#web/locales/en/assistant-turns.ts';
import type { offerWords } from '#web/locales/en/offers.ts';
import type { bookingWords } from '#web/locales/en/booking.ts';
import type { flowRunWords } from '#web/locales/en/flow-runs.ts';
import type { knowledgeWords } from '#web/locales/en/knowledge.ts';
import type { flowWords } from '#web/locales/en/flows.ts';
import type { moreWords } from '#web/locales/en/more.ts';
import type { paymentWords } from '#web/locales/en/payments.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof words &
      typeof moreWords &
      typeof bookingWords &
      typeof flowWords &
      typeof flowRunWords &
      typeof knowledgeWords &
      typeof assistantWords &
      typeof assistantTurnWords &
      typeof offerWords &
      typeof paymentWords;
  }
}
