/** No document has these ids. */
export const EXAMPLE_IDS = {
  service: '0123456789abcdef01234501',
  staff: '0123456789abcdef01234502',
  contact: '0123456789abcdef01234503',
  pet: '0123456789abcdef01234504',
  resourceType: '0123456789abcdef01234505',
  conversation: '0123456789abcdef01234506',
  message: '0123456789abcdef01234507',
  company: '0123456789abcdef01234508',
  channel: '0123456789abcdef01234509',
} as const;
