/** Questions about what customers wrote. */
import { countBy, ofConversation, type Evidence, type Finding } from './evidence.ts';

export function auditInbound(evidence: Evidence): Finding[] {
  return [lost(evidence), duplicated(evidence), invented(evidence), outOfOrder(evidence), places(evidence)];
}

function wanted({ orders }: Evidence): string[] {
  return [...orders.values()].flat();
}

function lost(evidence: Evidence): Finding {
  const stored = new Set(evidence.messages.map(({ external_id }) => external_id));
  const ids = wanted(evidence);
  const violations = ids
    .filter((id) => evidence.acknowledged.has(id) && !stored.has(id))
    .map((id) => `acknowledged and not there: ${id}`);
  const refused = ids.filter((id) => !evidence.acknowledged.has(id)).map((id) => `never acknowledged: ${id}`);
  return { question: 'customer messages lost', checked: ids.length, violations: [...violations, ...refused] };
}

function duplicated({ messages }: Evidence): Finding {
  const counts = countBy(messages.map(({ external_id }) => external_id));
  const violations = [...counts].filter(([, count]) => count > 1).map(([id, count]) => `${count} times: ${id}`);
  return { question: 'messages stored twice', checked: counts.size, violations };
}

function invented(evidence: Evidence): Finding {
  const inbound = evidence.messages.filter(({ direction }) => direction === 'inbound');
  const violations = inbound
    .filter(({ external_id }) => external_id === undefined || !evidence.sent.has(external_id))
    .map(({ id }) => `nobody sent ${id}`);
  return { question: 'customer messages nobody sent', checked: inbound.length, violations };
}

/** As the API lists a conversation, the customer's messages stand as the provider ordered them. */
function outOfOrder(evidence: Evidence): Finding {
  const externalIds = new Map(evidence.messages.map(({ id, external_id }) => [id, external_id]));
  const conversations = new Map(
    evidence.identities.map(({ _id, platform, external_id }) => [`${platform}:${external_id}`, String(_id)]),
  );
  const violations: string[] = [];
  for (const [customer, order] of evidence.orders) {
    const listed = evidence.listed.get(conversations.get(customer) ?? '') ?? [];
    const own = listed.map((id) => externalIds.get(id)).filter((id) => id !== undefined && order.includes(id));
    const wrong = own.findIndex((id, index) => id !== order[index]);
    if (wrong >= 0 || own.length !== order.length) {
      violations.push(`${customer}: ${own.length} of ${order.length} listed, from ${wrong} on in another order`);
    }
  }
  return { question: 'conversations out of order', checked: evidence.orders.size, violations };
}

/** `seq` counts 1, 2, 3 … in every conversation, and `inbound_count` with it. */
function places(evidence: Evidence): Finding {
  const violations: string[] = [];
  const byConversation = ofConversation(evidence);
  for (const [conversation, messages] of byConversation) {
    const seqs = messages.map(({ seq }) => seq).sort((a, b) => a - b);
    const wrong = seqs.findIndex((seq, index) => seq !== index + 1);
    if (wrong >= 0) violations.push(`${conversation}: ${seqs[wrong]} stands at ${wrong + 1}`);
  }
  return { question: 'gaps or doubles in seq', checked: byConversation.size, violations };
}
