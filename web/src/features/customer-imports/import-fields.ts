/** The fields that a column can be, by group. */
export const FIELD_GROUPS = [
  {
    group: 'contact',
    fields: ['full_name', 'first_name', 'last_name', 'email', 'phone', 'tags', 'notes', 'is_vip', 'locale'],
  },
  {
    group: 'pet',
    fields: ['name', 'species', 'breed', 'sex', 'birth_date', 'weight_kg', 'coat', 'allergies', 'temperament', 'notes'],
  },
  { group: 'vaccination', fields: ['name', 'given_on', 'expires_on', 'expiry'] },
] as const;
