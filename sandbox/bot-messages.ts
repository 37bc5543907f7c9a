import type { BusinessMessage, ShownAttachment } from './business-message.ts';
import type { BotMessage } from './meta-bot.ts';
import type { MetaState } from './meta-state.ts';
import type { Receipts } from './receipts.ts';

const ATTACHMENT_TYPES: readonly string[] = ['image', 'video', 'audio', 'file', 'sticker'];

/** A message of the bot also passes Meta: it shows on the phone and returns as an echo. @returns why it was refused, or null */
export function carryBotMessage(state: MetaState, receipts: Receipts, sent: BotMessage): string | null {
  const token = state.tokens.find(sent.access_token);
  if (token === undefined || state.tokens.stateOf(token) !== 'valid') return 'Invalid OAuth access token (190)';
  const channel = state.channels.find(
    (candidate) => candidate.platform === sent.platform && token.targets.includes(candidate.external_id),
  );
  if (channel === undefined) return `The token is for no ${sent.platform} account`;
  const message: BusinessMessage = {
    id: sent.message_id,
    platform: sent.platform,
    channelId: channel.external_id,
    customerId: sent.customer_social_id,
    at: state.now(),
    ...(sent.content === '' ? {} : { text: sent.content }),
    attachments: sent.attachments.map(({ type, url }) => ({
      type: (ATTACHMENT_TYPES.includes(String(type)) ? type : 'file') as ShownAttachment['type'],
      url: String(url),
    })),
    buttons: [],
  };
  const { id, channelId, customerId, at } = message;
  state.messages.set(id, { id, channelId, customerId, from: 'business', at, text: sent.content });
  receipts.sent(message);
  receipts.afterAnswer(message);
  return null;
}
