/** How prices and fees are documented in answers. */
export const PRICE = {
  type: 'integer',
  nullable: true,
  example: 9_000,
  description: 'In minor units of `currency`: 9050 is 90.50',
} as const;

export const CURRENCY = { type: String, example: 'BRL', description: 'ISO 4217' } as const;

/** Ids that the request examples use. No document has them. */
export const EXAMPLE_IDS = {
  service: '0123456789abcdef01234501',
  staff: '0123456789abcdef01234502',
  contact: '0123456789abcdef01234503',
  pet: '0123456789abcdef01234504',
  resourceType: '0123456789abcdef01234505',
} as const;
