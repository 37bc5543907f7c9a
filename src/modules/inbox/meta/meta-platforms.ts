import { declareChannelKind, type MediaLimit, type SendRates } from '../channels/index.js';

const DAY_MS = 86_400_000;
export const META_SOURCE = 'meta';

/** The provider of Meta's channels, in contrast to others that carry WhatsApp. */
export const GRAPH = 'graph';

export const META_PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
export type MetaPlatform = (typeof META_PLATFORMS)[number];

/**
 * `messaging`: an item of Messenger or Instagram; `standby`: the same while another app holds the conversation;
 * `message`, `status`, `echo`: items of WhatsApp; `change`: other reports of a webhook field, such as comments.
 */
export type ItemKind = 'messaging' | 'standby' | 'message' | 'status' | 'echo' | 'change';

/** Meta's HUMAN_AGENT tag: a person may answer for seven days in all. */
const humanAgentExtensionMs = 6 * DAY_MS;

/** A number that is also used in the phone app (`coexistence`) has lower limits. */
function whatsappRates({ coexistence }: Readonly<Record<string, unknown>>): SendRates {
  const perSecond = coexistence === true ? 20 : 80;
  return { textsPerSecond: perSecond, filesPerSecond: perSecond, pair: { everyMs: 6_000, burst: 45 } };
}

/** For Messenger and Instagram. */
const QUICK_REPLIES = { buttons: 13, buttonTitle: 20 };

const GRAPH_KIND = { provider: GRAPH, isConnectedByToken: true, replyWindowMs: DAY_MS };

const MIB = 1024 * 1024;
const AUDIO_OF_INSTAGRAM = ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/x-wav'];
const AVI = ['video/vnd.avi', 'video/x-msvideo'];
const VIDEO_OF_INSTAGRAM = ['video/mp4', 'video/ogg', 'video/quicktime', 'video/webm', ...AVI];
const AUDIO_OF_WHATSAPP = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg'];

const ofMessenger: MediaLimit[] = [
  { kind: 'image', maxBytes: 8 * MIB, types: null },
  { kind: 'video', maxBytes: 25 * MIB, types: null },
  { kind: 'audio', maxBytes: 25 * MIB, types: null },
  { kind: 'file', maxBytes: 25 * MIB, types: null },
];
const ofInstagram: MediaLimit[] = [
  { kind: 'image', maxBytes: 8 * MIB, types: ['image/jpeg', 'image/png', 'image/gif'] },
  { kind: 'video', maxBytes: 25 * MIB, types: VIDEO_OF_INSTAGRAM },
  { kind: 'audio', maxBytes: 25 * MIB, types: AUDIO_OF_INSTAGRAM },
  { kind: 'file', maxBytes: 25 * MIB, types: ['application/pdf'] },
];
const ofWhatsapp: MediaLimit[] = [
  { kind: 'image', maxBytes: 5 * MIB, types: ['image/jpeg', 'image/png'] },
  { kind: 'video', maxBytes: 16 * MIB, types: ['video/mp4', 'video/3gpp'] },
  { kind: 'audio', maxBytes: 16 * MIB, types: AUDIO_OF_WHATSAPP },
  // WhatsApp allows 100 MB, but uploads to PetBuddy at most 25 MB.
  { kind: 'file', maxBytes: 25 * MIB, types: null },
];

declareChannelKind({
  ...GRAPH_KIND,
  platform: 'facebook',
  label: 'Facebook',
  textLimit: { limit: 2_000, unit: 'characters' },
  choiceLimits: QUICK_REPLIES,
  sendRates: () => ({ textsPerSecond: 300, filesPerSecond: 10 }),
  contentLimits: { media: ofMessenger, buttons: 3, quickReplies: 13, listRows: 0 },
  humanAgentExtensionMs,
});
declareChannelKind({
  ...GRAPH_KIND,
  platform: 'instagram',
  label: 'Instagram',
  textLimit: { limit: 1_000, unit: 'bytes' },
  choiceLimits: QUICK_REPLIES,
  sendRates: () => ({ textsPerSecond: 100, filesPerSecond: 10 }),
  contentLimits: { media: ofInstagram, buttons: 3, quickReplies: 13, listRows: 0 },
  humanAgentExtensionMs,
});
declareChannelKind({
  ...GRAPH_KIND,
  platform: 'whatsapp',
  label: 'WhatsApp',
  textLimit: { limit: 4_096, unit: 'characters' },
  choiceLimits: {
    buttons: 3,
    buttonTitle: 20,
    text: 1_024,
    list: { rows: 10, rowTitle: 24, rowDescription: 72, button: 20 },
  },
  sendRates: whatsappRates,
  contentLimits: { media: ofWhatsapp, buttons: 3, quickReplies: 0, listRows: 10 },
  humanAgentExtensionMs: 0,
  hasTemplates: true,
});
