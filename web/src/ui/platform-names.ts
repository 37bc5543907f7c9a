import type { Schemas } from '#web/lib/api/client.ts';

/** The same in all languages. */
export const PLATFORM_NAMES: Record<Schemas['ConversationDto']['platform'], string> = {
  instagram: 'Instagram',
  facebook: 'Messenger',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  web: 'Web',
  other: 'Other',
};
