export const PRICE = {
  type: 'integer',
  nullable: true,
  example: 9_000,
  description: 'In minor units of `currency`: 9050 is 90.50',
} as const;

export const CURRENCY = { type: String, example: 'BRL', description: 'ISO 4217' } as const;
