import { ObjectId, type Document } from 'mongodb';
import { auditInbound } from './audit/inbound.ts';
import { auditOutbound } from './audit/outbound.ts';
import { announcedTwice, auditRecords } from './audit/records.ts';
import type { Evidence, Finding, LoggedEvent, MessageRecord } from './audit/evidence.ts';
import type { World } from './world.ts';

const PAGE_SIZE = 100;
const SHOWN_VIOLATIONS = 5;

export interface AuditReport {
  findings: Finding[];
  /** All of them, with the question they answer. */
  violations: string[];
  /** What the run was made of, by name. */
  counts: Record<string, number>;
}

/** Compares the sandbox's ledger with the database. */
export async function audit(world: World): Promise<AuditReport> {
  const evidence = await gather(world);
  const findings = [...auditInbound(evidence), ...auditOutbound(evidence), ...(await auditRecords(evidence))];
  const { refusals } = world.staff;
  findings.push({ question: 'requests of staff refused', checked: world.staff.replies.length, violations: refusals });
  return {
    findings,
    violations: findings.flatMap(({ question, violations }) => violations.map((text) => `${question}: ${text}`)),
    counts: {
      'customer messages': [...world.orders.values()].flat().length,
      deliveries: world.sandbox.ledger.entries({ kind: 'webhook.attempt' }).length,
      replies: world.staff.replies.length,
      'requests repeated by staff': world.client.repeats,
      merges: world.staff.merges.length,
      'replies left to a person': evidence.messages.filter(({ status }) => status === 'failed').length,
      'messages announced twice': announcedTwice(evidence),
      registrations: world.staff.registrations.length,
    },
  };
}

/** The findings as a table in Markdown, with the first violations below it. */
export function auditTable({ findings, violations }: AuditReport): string {
  const rows = findings.map(
    ({ question, checked, violations: { length } }) => `| ${question} | ${length} | ${checked} |`,
  );
  const shown = findings.flatMap(({ question, violations: texts }) =>
    texts.slice(0, SHOWN_VIOLATIONS).map((text) => `- ${question}: ${text}`),
  );
  const more = violations.length > 0 ? ['', ...shown] : [];
  return ['| question | found | of |', '| --- | --- | --- |', ...rows, ...more].join('\n');
}

async function gather({ db, sandbox, staff, client, orders }: World): Promise<Evidence> {
  const company = { company_id: new ObjectId(staff.companyId) };
  const of = (name: string): Promise<Document[]> => db.collection(name).find(company).toArray();
  const conversations = await of('conversations');
  const listed = new Map<string, string[]>();
  for (const { _id } of conversations) listed.set(String(_id), await list(client, String(_id)));
  const { ledger } = sandbox;
  const attempts = ledger.entries({ kind: 'webhook.attempt' }).filter(({ data }) => data['status'] === 200);
  const events = await db.collection('realtime_events').find(company).sort({ seq: 1 }).toArray();
  return {
    orders,
    acknowledged: new Set(attempts.flatMap(({ data }) => data['event_ids'] as string[])),
    sent: new Set(ledger.entries({ kind: 'webhook.event' }).map(({ id }) => String(id))),
    shown: [...ledger.entries({ kind: 'graph.message' }), ...ledger.entries({ kind: 'bot.message' })],
    staff,
    messages: (await of('messages')).map(toRecord),
    listed,
    conversations,
    identities: await of('identities'),
    contacts: await of('contacts'),
    events: events as unknown as LoggedEvent[],
    db,
  };
}

/** The conversation as the API lists it, oldest first. */
async function list(client: World['client'], conversation: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { body } = await client.get<{ items: { _id: string }[]; nextCursor: string | null }>(
      `/conversations/${conversation}/messages?limit=${PAGE_SIZE}${from}`,
    );
    ids.push(...body.items.map(({ _id }) => _id));
    cursor = body.nextCursor;
  } while (cursor);
  return ids.reverse();
}

function toRecord(message: Document): MessageRecord {
  const { _id, conversation_id, contact_id, author, ...rest } = message;
  return {
    ...(rest as Pick<MessageRecord, 'seq' | 'direction' | 'content' | 'status' | 'error' | 'sent_at'>),
    client_id: rest['client_id'],
    external_id: rest['external_id'],
    id: String(_id),
    conversation: String(conversation_id),
    contact: String(contact_id),
    author: author.kind,
  };
}
