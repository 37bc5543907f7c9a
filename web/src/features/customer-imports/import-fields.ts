import type { ImportKind } from './import-kinds.ts';

interface FieldGroup {
  group: 'contact' | 'pet' | 'vaccination' | 'service' | 'appointment';
  fields: readonly string[];
}

/** The fields that a column can be, by kind of the file and by group. */
export const FIELD_GROUPS: Readonly<Record<ImportKind, readonly FieldGroup[]>> = {
  customers: [
    {
      group: 'contact',
      fields: ['full_name', 'first_name', 'last_name', 'email', 'phone', 'tags', 'notes', 'is_vip', 'locale'],
    },
    {
      group: 'pet',
      fields: [
        'name',
        'species',
        'breed',
        'sex',
        'birth_date',
        'weight_kg',
        'coat',
        'allergies',
        'temperament',
        'notes',
      ],
    },
    { group: 'vaccination', fields: ['name', 'given_on', 'expires_on', 'expiry'] },
  ],
  services: [{ group: 'service', fields: ['name', 'duration', 'price', 'category', 'description'] }],
  appointments: [
    { group: 'appointment', fields: ['date', 'time', 'end_date', 'service', 'person', 'price', 'notes'] },
    { group: 'contact', fields: ['phone', 'email', 'full_name', 'first_name', 'last_name', 'id'] },
    { group: 'pet', fields: ['name'] },
  ],
};
