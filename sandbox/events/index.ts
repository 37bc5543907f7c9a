export * from './dashboard-test.ts';
export * from './feed.ts';
export * from './instagram.ts';
export * from './messenger.ts';
export * from './payload.ts';
export * from './types.ts';
export * from './whatsapp-status.ts';
export * from './whatsapp.ts';
