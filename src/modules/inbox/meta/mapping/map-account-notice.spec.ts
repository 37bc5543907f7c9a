import { buildPayload, messengerOther, messengerText, whatsappOther } from '../../../../../sandbox/events/index.js';
import { toInboundEvent } from '../../inbound-events/inbound-event-factory.js';
import { splitDelivery } from '../webhook/split-delivery.js';
import { mapAccountNotice } from './map-account-notice.js';

const at = 1_790_000_000_000;
const noticesOf = (event: Parameters<typeof buildPayload>[0][number]) =>
  splitDelivery(buildPayload([event])).map((item) => mapAccountNotice(toInboundEvent('meta', item, new Date())));
const accountUpdate = (value: Record<string, unknown>) =>
  noticesOf(whatsappOther({ wabaId: '205', at, field: 'account_update', value: value }));

describe('a notice of Meta about an account', () => {
  it.each([
    [{ event: 'ACCOUNT_DELETED' }, { kind: 'deleted', message: 'ACCOUNT_DELETED' }],
    [{ event: 'PARTNER_REMOVED' }, { kind: 'offboarded', message: 'PARTNER_REMOVED' }],
    [
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      { kind: 'warned', message: 'ACCOUNT_VIOLATION, SPAM' },
    ],
    [
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
      { kind: 'blocked', message: 'DISABLE' },
    ],
    [{ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, null],
    [{ event: 'ACCOUNT_RECONNECTED' }, null],
  ])('is for the business account of WhatsApp: %j', (value, event) => {
    expect(accountUpdate(value)).toEqual([{ node: '205', at: new Date(at), event }]);
  });

  it.each([
    ['block', { kind: 'blocked', message: 'Spam' }],
    ['warning', { kind: 'warned', message: 'Spam' }],
    ['unblock', null],
  ])('is for a page: %s', (action, event) => {
    const body = { policy_enforcement: { action, reason: 'Spam' } };
    const notice = { channelId: '88', customerId: '88', at, field: 'messaging_policy_enforcement', body };
    expect(noticesOf(messengerOther(notice))).toEqual([{ node: '88', at: new Date(at), event }]);
  });

  it('ignores other items', () => {
    expect(noticesOf(messengerText({ channelId: '88', customerId: '1', text: 'hi' }))).toEqual([undefined]);
    expect(accountUpdate({ event: 'constructor' })).toEqual([undefined]);
    expect(accountUpdate({})).toEqual([undefined]);
  });
});
