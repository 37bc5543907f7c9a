/** Questions about what staff answered. */
import type { LedgerEntry } from '../../../sandbox/ledger.ts';
import { countBy, type Evidence, type Finding, type MessageRecord } from './evidence.ts';

export function auditOutbound(evidence: Evidence): Finding[] {
  return [
    stored(evidence),
    shownOnce(evidence),
    unsettled(evidence),
    echoes(evidence),
    statuses(evidence),
    lastTold(evidence),
  ];
}

function stored({ staff, messages }: Evidence): Finding {
  const counts = countBy(messages.map(({ client_id }) => client_id));
  const violations = staff.replies
    .filter(({ client_id }) => counts.get(client_id) !== 1)
    .map(({ client_id }) => `${counts.get(client_id) ?? 0} rows of ${client_id}`);
  return { question: 'replies lost or stored twice', checked: staff.replies.length, violations };
}

/** Each reply is on the customer's phone once, or failed with a reason and not there. */
function shownOnce({ staff, messages, shown }: Evidence): Finding {
  const counts = countBy(shown.map(textOf));
  const byClientId = byClient(messages);
  const violations = staff.replies.flatMap(({ client_id, content }) => {
    const count = counts.get(content) ?? 0;
    const { status, error, id } = byClientId.get(client_id) ?? {};
    if (count > 1) return [`shown ${count} times: ${content} (message ${id})`];
    if (count === 0 && !(status === 'failed' && error)) return [`not shown and ${status}: ${content} (message ${id})`];
    return [];
  });
  return { question: 'replies shown twice, or lost in silence', checked: staff.replies.length, violations };
}

function unsettled({ messages }: Evidence): Finding {
  const queued = messages.filter(({ status }) => status === 'queued');
  const violations = queued.map(({ id }) => `still queued: ${id}`);
  return { question: 'messages that stay queued', checked: messages.length, violations };
}

/** Every echo was known as our own reply, so nothing stands as written on the phone. */
function echoes({ messages }: Evidence): Finding {
  const outbound = messages.filter(({ direction }) => direction === 'outbound');
  const violations = outbound
    .filter(({ author }) => author === 'phone')
    .map(({ id, content }) => `an echo became a message: ${content} (${id})`);
  return { question: 'echoes taken for messages', checked: outbound.length, violations };
}

/** A message is as far as the provider's last receipt says: neither further nor behind. */
function statuses({ staff, messages, shown, sent }: Evidence): Finding {
  const byClientId = byClient(messages);
  const ids = new Map(shown.map((entry) => [textOf(entry), entry]));
  const violations = staff.replies.flatMap(({ client_id, content }) => {
    const message = byClientId.get(client_id);
    const entry = ids.get(content);
    if (!message || !entry) return [];
    const expected = reportedStatus(entry, sent);
    return message.status === expected ? [] : [`${message.status} instead of ${expected}: message ${message.id}`];
  });
  return { question: 'statuses beyond or behind the receipts', checked: staff.replies.length, violations };
}

/** The last event of a reply, of whichever kind, shows its stored status. */
function lastTold({ events, messages, staff }: Evidence): Finding {
  const told = new Map<string, string>();
  for (const { event, data } of events) {
    const message = data['message'] as { _id: unknown; status: string } | undefined;
    if (event === 'message:status') told.set(String(data['messageId']), String(data['status']));
    else if (message) told.set(String(message._id), message.status);
  }
  const byClientId = byClient(messages);
  const violations = staff.replies.flatMap(({ client_id }) => {
    const { id = '', status } = byClientId.get(client_id) ?? {};
    return told.get(id) === status ? [] : [`message ${id} is ${status}, sockets know ${told.get(id)}`];
  });
  return { question: 'replies whose last event is not their status', checked: staff.replies.length, violations };
}

/** The sandbox reads everything at once, and reports it by the platform's own kind of receipt. */
function reportedStatus(entry: LedgerEntry, sent: ReadonlySet<string>): string {
  const id = String(entry.id);
  const { platform } = entry.data;
  if (platform === 'whatsapp') return sent.has(`${id}:read`) ? 'read' : 'sent';
  const customer = String(entry.data['customerId'] ?? entry.data['customer_social_id']);
  const hasRead = platform === 'instagram' ? sent.has(`${id}:seen`) : hasPrefix(sent, `${customer}:read:`);
  return hasRead ? 'read' : 'sent';
}

function hasPrefix(ids: ReadonlySet<string>, prefix: string): boolean {
  for (const id of ids) if (id.startsWith(prefix)) return true;
  return false;
}

function textOf({ data }: LedgerEntry): string {
  const text = data['text'] ?? data['content'];
  return typeof text === 'string' ? text : '';
}

function byClient(messages: readonly MessageRecord[]): Map<string | undefined, MessageRecord> {
  return new Map(messages.map((message) => [message.client_id, message]));
}
