import type { Migration } from '../../../../core/database/index.js';

export const languagesOfBookingTexts: Migration = {
  name: 'companies have a text of the booking page for each language',
  collection: 'companies',
  old: { booking_text: { $exists: true } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ booking_text, locale }) => ({
      $set: { [locale === 'pt-BR' ? 'booking_text_pt' : 'booking_text_en']: booking_text as unknown },
      $unset: { booking_text: '' },
    })),
};
