import type { AccountNotice } from '../../channels/index.js';
import type { StoredItem } from '../../inbound-events/index.js';
import { isObject, type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';

type Event = AccountNotice['event'];

/** Events of WhatsApp's field `account_update`. Null: the account works again. Other events are ignored. */
const ACCOUNT_UPDATES: Readonly<Record<string, NonNullable<Event>['kind'] | null>> = {
  ACCOUNT_DELETED: 'deleted',
  ACCOUNT_OFFBOARDED: 'offboarded',
  PARTNER_REMOVED: 'offboarded',
  PARTNER_APP_UNINSTALLED: 'offboarded',
  ACCOUNT_RESTRICTION: 'restricted',
  ACCOUNT_VIOLATION: 'warned',
  ACCOUNT_RECONNECTED: null,
  PARTNER_ADDED: null,
  PARTNER_APP_INSTALLED: null,
};
const BAN_STATES: typeof ACCOUNT_UPDATES = { DISABLE: 'blocked', SCHEDULE_FOR_DISABLE: 'warned', REINSTATE: null };
const POLICY_ACTIONS: typeof ACCOUNT_UPDATES = { block: 'blocked', warning: 'warned', unblock: null };

/** Maps a notice that Meta limits or ends an account, or takes that back. Never throws. */
export function mapAccountNotice(item: StoredItem): AccountNotice | undefined {
  const { platform, kind, external_id: node, provider_at: at } = item;
  if (kind !== (platform === 'whatsapp' ? 'change' : 'messaging')) return undefined;
  const payload = JSON.parse(item.item) as JsonObject;
  const event = platform === 'whatsapp' ? accountUpdate(payload) : policyEnforcement(payload);
  return event === undefined ? undefined : { node, at, event };
}

function accountUpdate({ field, value: member }: JsonObject): Event | undefined {
  if (field !== 'account_update') return undefined;
  const value = objectOf(member);
  const name = textOf(value['event']) ?? '';
  if (name === 'DISABLED_UPDATE') {
    const state = textOf(objectOf(value['ban_info'])['waba_ban_state']) ?? '';
    return eventOf(BAN_STATES, state, state);
  }
  const restrictions = objectsOf(value['restriction_info']).map(({ restriction_type }) => textOf(restriction_type));
  const violation = textOf(objectOf(value['violation_info'])['violation_type']);
  const words = [name, violation, ...restrictions].filter((word) => word !== undefined);
  return eventOf(ACCOUNT_UPDATES, name, words.join(', '));
}

function policyEnforcement({ policy_enforcement: member }: JsonObject): Event | undefined {
  if (!isObject(member)) return undefined;
  const action = textOf(member['action']) ?? '';
  return eventOf(POLICY_ACTIONS, action, textOf(member['reason']) ?? action);
}

function eventOf(kinds: typeof ACCOUNT_UPDATES, name: string, message: string): Event | undefined {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  return kind === null || kind === undefined ? kind : { kind, message };
}
