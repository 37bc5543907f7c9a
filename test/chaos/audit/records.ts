/** Questions about what follows from messages: rows of the inbox, the event log, people, companies. */
import { countBy, ofConversation, type Evidence, type Finding } from './evidence.ts';

export async function auditRecords(evidence: Evidence): Promise<Finding[]> {
  return [
    rows(evidence),
    gaplessLog(evidence),
    announced(evidence),
    people(evidence),
    merges(evidence),
    await registrations(evidence),
    await parked(evidence),
  ];
}

/** A row of the inbox says what its messages say. */
function rows(evidence: Evidence): Finding {
  const byConversation = ofConversation(evidence);
  const violations = evidence.conversations.flatMap((row) => {
    const messages = (byConversation.get(String(row['_id'])) ?? []).sort((a, b) => a.seq - b.seq);
    const last = messages.at(-1);
    const inbound = messages.filter(({ direction }) => direction === 'inbound');
    const lastInbound = Math.max(0, ...inbound.map(({ sent_at }) => sent_at.getTime()));
    const shown = row['last_message'] as { _id: unknown; status: string } | null;
    const wrong = [
      ['last_seq', row['last_seq'], last?.seq ?? 0],
      ['inbound_count', row['inbound_count'], inbound.length],
      ['last_message', shown && String(shown._id), last?.id ?? null],
      ['last_message.status', shown?.status, last?.status],
      ['last_inbound_at', (row['last_inbound_at'] as Date | null)?.getTime() ?? 0, lastInbound],
    ].filter(([, actual, expected]) => actual !== expected);
    return wrong.map(([field, actual, expected]) => `${row['_id']}: ${field} is ${actual}, messages say ${expected}`);
  });
  return { question: 'rows that disagree with their messages', checked: evidence.conversations.length, violations };
}

function gaplessLog({ events }: Evidence): Finding {
  const wrong = events.findIndex(({ seq }, index) => seq !== index + 1);
  const violations = wrong >= 0 ? [`number ${events[wrong]?.seq} stands at ${wrong + 1}`] : [];
  return { question: 'gaps in the event log', checked: events.length, violations };
}

/** Sockets hear of every message; {@link announcedTwice} counts those of which they hear more than once. */
/** A late word of a live process and the sweep may both tell; clients know a message by its id. */
export function announcedTwice({ events }: Evidence): number {
  return [...countBy(toldOf(events)).values()].filter((count) => count > 1).length;
}

function toldOf(events: Evidence['events']): string[] {
  return events.filter(({ event }) => event === 'message:new').map(({ data }) => String(data['message']?._id));
}

function announced({ events, messages }: Evidence): Finding {
  const counts = countBy(toldOf(events));
  const violations = messages.filter(({ id }) => !counts.has(id)).map(({ id }) => `nobody was told of message ${id}`);
  return { question: 'messages not announced', checked: messages.length, violations };
}

/** One identity and one contact a customer, whatever raced or died while they were made. */
function people({ orders, identities, contacts, messages }: Evidence): Finding {
  const known = new Set(contacts.map(({ _id }) => String(_id)));
  const byCustomer = Map.groupBy(identities, ({ platform, external_id }) => `${platform}:${external_id}`);
  const violations = [...orders.keys()].flatMap((customer) => {
    const own = byCustomer.get(customer) ?? [];
    const [identity] = own;
    if (own.length !== 1 || !identity) return [`${customer} has ${own.length} identities`];
    return known.has(String(identity['contact_id'])) ? [] : [`${customer} has no contact`];
  });
  const orphans = messages.filter(({ contact }) => !known.has(contact)).map(({ id }) => `message ${id} has no contact`);
  const used = new Set(identities.map(({ contact_id }) => String(contact_id)));
  const spare = contacts
    .filter(({ _id, full_name }) => !used.has(String(_id)) && !String(full_name).startsWith('Twin '))
    .map(({ _id }) => `contact ${_id} belongs to nobody`);
  return {
    question: 'customers not one contact each',
    checked: orders.size,
    violations: [...violations, ...orphans, ...spare],
  };
}

function merges({ staff, contacts }: Evidence): Finding {
  const byId = new Map(contacts.map((contact) => [String(contact['_id']), contact]));
  const violations = staff.merges.flatMap(({ survivor, merged }) => {
    const into = byId.get(merged)?.['merged_into'];
    const isFree = !byId.get(survivor)?.['merging'] && !byId.get(merged)?.['merging'];
    return String(into) === survivor && isFree ? [] : [`${merged} into ${survivor} is half done`];
  });
  return { question: 'merges half done', checked: staff.merges.length, violations };
}

async function registrations({ staff, db }: Evidence): Promise<Finding> {
  const emails = staff.registrations.map(({ email }) => email);
  const users = await db
    .collection('users')
    .find({ email: { $in: emails } })
    .toArray();
  const companies = await db.collection('companies').find({}).toArray();
  const names = countBy(companies.map(({ name }) => String(name)));
  const violations = staff.registrations.flatMap(({ email, company_name }) => {
    const user = users.find((candidate) => candidate['email'] === email);
    const isWhole = user?.['state'] === 'active' && names.get(company_name) === 1;
    return isWhole ? [] : [`${email} is ${user?.['state']} with ${names.get(company_name) ?? 0} companies`];
  });
  return { question: 'registrations half done or double', checked: staff.registrations.length, violations };
}

/** Crashes are nobody's fault: no event may end up waiting for a person. */
async function parked({ db }: Evidence): Promise<Finding> {
  const events = db.collection<{ _id: string; key: string; state: string; last_error?: string }>('inbound_events');
  const stuck = await events.find({ state: { $ne: 'done' } }).toArray();
  const unheard = await events.find({ state: 'done', last_error: { $exists: true } }).toArray();
  const violations = [...stuck, ...unheard].map(
    ({ key, state, last_error }) => `${state}: ${key} (${last_error ?? ''})`,
  );
  return { question: 'events not applied', checked: await events.countDocuments(), violations };
}
