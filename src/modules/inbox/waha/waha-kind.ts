import { declareChannelKind, type MediaLimit } from '../channels/index.js';

/** The provider of channels that a WAHA server of the company carries. */
export const WAHA = 'waha';
export const WAHA_KIND = { platform: 'whatsapp', provider: WAHA } as const;
export const WAHA_SOURCE = 'waha';

const MIB = 1024 * 1024;
/** Uploads to PetBuddy are not larger, and a WAHA server converts what WhatsApp would not show. */
const MEDIA: MediaLimit[] = [
  { kind: 'image', maxBytes: 16 * MIB, types: null },
  { kind: 'video', maxBytes: 25 * MIB, types: null },
  { kind: 'audio', maxBytes: 16 * MIB, types: null },
  { kind: 'file', maxBytes: 25 * MIB, types: null },
];

/** A linked device has no reply window and no templates. It has no reliable buttons either: choices are numbered. */
declareChannelKind({
  ...WAHA_KIND,
  label: 'WhatsApp',
  isConnectedByToken: false,
  textLimit: { limit: 4_096, unit: 'characters' },
  contentLimits: { media: MEDIA, buttons: 0, quickReplies: 0, listRows: 0 },
  sendRates: () => ({ textsPerSecond: 1, filesPerSecond: 1, pair: { everyMs: 1_000, burst: 5 } }),
  replyWindowMs: null,
  humanAgentExtensionMs: 0,
});
