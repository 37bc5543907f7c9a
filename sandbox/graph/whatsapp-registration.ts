/** `POST /{phone-number-id}/register`: lets a number send by the Cloud API. */
import { requireChannel, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam, missingObject } from './errors.ts';
import { onlyParams, textParam } from './params.ts';

const PIN = /^\d{6}$/;

export function registerNumber(context: GraphContext, call: GraphCall, id: string): GraphResult {
  onlyParams(call.params, ['messaging_product', 'pin']);
  const channel = requireChannel(context, call, id);
  if (channel.platform !== 'whatsapp') throw missingObject(call.method, id);
  if (call.params['messaging_product'] !== 'whatsapp') {
    throw invalidParam('The parameter messaging_product is required.');
  }
  const pin = textParam(call.params, 'pin');
  if (!PIN.test(pin)) throw invalidParam('Param pin must be a 6-digit string');
  if (channel.pin !== undefined && channel.pin !== pin) {
    throw new GraphError(133005, '(#133005) Two step verification PIN Mismatch');
  }
  // The first registration sets the PIN of the two-step verification.
  Object.assign(channel, { pin, is_unregistered: false });
  context.state.channelChanged(channel);
  return { json: { success: true } };
}
