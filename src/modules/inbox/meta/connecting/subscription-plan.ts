import type { TestedAccount } from '../../channels/index.js';

/** A POST to the node replaces the list of fields. */
export interface SubscriptionPlan {
  /** Page, Instagram account or WhatsApp business account. */
  nodeId: string;
  /** Empty where the fields belong to the app and not to the account (WhatsApp). */
  fields: readonly string[];
}

const PAGE_FIELDS = [
  'messages',
  'messaging_postbacks',
  'message_echoes',
  'message_edits',
  'message_reads',
  'message_deliveries',
  'message_reactions',
  'messaging_referrals',
  'messaging_handovers',
  'messaging_policy_enforcement',
  'standby',
  'feed',
];
const INSTAGRAM_FIELDS = [
  'messages',
  'messaging_seen',
  'messaging_postbacks',
  'messaging_referral',
  'message_reactions',
  'standby',
  'comments',
  'live_comments',
  'mentions',
];

/** Undefined for a WhatsApp channel without `settings.waba_id`. */
export function subscriptionPlan(
  { platform, external_id, settings }: TestedAccount,
  isInstagramLogin: boolean,
): SubscriptionPlan | undefined {
  if (platform === 'whatsapp') {
    const wabaId = settings['waba_id'];
    return typeof wabaId === 'string' ? { nodeId: wabaId, fields: [] } : undefined;
  }
  // With Facebook Login an Instagram account is subscribed through its Page.
  const pageId = platform === 'facebook' ? external_id : isInstagramLogin ? undefined : settings['page_id'];
  if (typeof pageId === 'string') return { nodeId: pageId, fields: PAGE_FIELDS };
  return { nodeId: external_id, fields: INSTAGRAM_FIELDS };
}
