/** Accounts and customers that the control API adds. */
import { type Channel, channelToken, PLATFORMS, type Platform } from './channels.ts';
import { ControlError } from './control-error.ts';
import { numericId } from './ids.ts';
import { isText, type JsonObject } from './json.ts';
import type { MetaState } from './meta-state.ts';

/** A new account, with the token that may act for it: what a company needs to connect a channel of its own. */
export function addChannel(state: MetaState, { platform, name }: JsonObject): unknown {
  const known = PLATFORMS.find((one) => one === platform);
  if (known === undefined) throw new ControlError('Unknown platform');
  if (!isText(name)) throw new ControlError('A channel needs a name');
  const id = numericId(known === 'whatsapp' ? 15 : 17);
  const channel: Channel = { platform: known, external_id: id, name };
  const token = `${channelToken(channel)}-${id}`;
  const waba = known === 'whatsapp' ? { waba_id: numericId(15), display_phone_number: `55119${numericId(8)}` } : {};
  state.addChannel({ ...channel, ...waba, access_token: token });
  return state.channel(id);
}

export function addCustomer(state: MetaState, { platform, channel_id: channelId, name, id }: JsonObject): unknown {
  if (!PLATFORMS.includes(platform as Platform)) throw new ControlError('Unknown platform');
  if (!isText(name)) throw new ControlError('A customer needs a name');
  const channel = isText(channelId) ? state.channel(channelId) : state.channelOf(platform as Platform);
  if (channel === undefined || channel.platform !== platform)
    throw new ControlError('No such channel on this platform');
  const ownId = platform === 'whatsapp' ? `55119${numericId(8)}` : numericId(16);
  return state.customers.ensure(channel.platform, channel.external_id, isText(id) ? id : ownId, name);
}
