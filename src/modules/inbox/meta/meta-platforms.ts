import { declareChannelKind, type SendRates } from '../channels/index.js';

const DAY_MS = 86_400_000;
export const META_SOURCE = 'meta';

/** The provider of Meta's channels, in contrast to others that carry WhatsApp. */
export const GRAPH = 'graph';

export const META_PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
export type MetaPlatform = (typeof META_PLATFORMS)[number];

/**
 * `messaging`: an item of Messenger or Instagram; `standby`: the same while another app holds the conversation; `message`, `status`, `echo`: items of WhatsApp; `change`: anything
 * else that a webhook field reports, such as comments and account notices.
 */
export type ItemKind = 'messaging' | 'standby' | 'message' | 'status' | 'echo' | 'change';

/** Meta's HUMAN_AGENT tag: a person may answer for seven days in all. */
const humanAgentExtensionMs = 6 * DAY_MS;

/** A number that is also used in the phone app (`coexistence`) takes fewer. */
function whatsappRates({ coexistence }: Readonly<Record<string, unknown>>): SendRates {
  const perSecond = coexistence === true ? 20 : 80;
  return { textsPerSecond: perSecond, filesPerSecond: perSecond, pair: { everyMs: 6_000, burst: 45 } };
}

/** Of Messenger and Instagram. */
const QUICK_REPLIES = { buttons: 13, buttonTitle: 20 };

const GRAPH_KIND = { provider: GRAPH, isConnectedByToken: true, replyWindowMs: DAY_MS };

declareChannelKind({
  ...GRAPH_KIND,
  platform: 'facebook',
  label: 'Facebook',
  textLimit: { limit: 2_000, unit: 'characters' },
  choiceLimits: QUICK_REPLIES,
  sendRates: () => ({ textsPerSecond: 300, filesPerSecond: 10 }),
  humanAgentExtensionMs,
});
declareChannelKind({
  ...GRAPH_KIND,
  platform: 'instagram',
  label: 'Instagram',
  textLimit: { limit: 1_000, unit: 'bytes' },
  choiceLimits: QUICK_REPLIES,
  sendRates: () => ({ textsPerSecond: 100, filesPerSecond: 10 }),
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
  humanAgentExtensionMs: 0,
  hasTemplates: true,
});
