import { graphOf } from '../builders/flow-graphs.js';
import {
  checkGraph,
  type CheckContext,
  type FlowGraph,
  type FlowNode,
} from '../../src/modules/automation/flow-core/index.js';

export const KNOWN = 'a'.repeat(24);
export const GONE = 'b'.repeat(24);
/** A service that customers cannot book. */
export const HIDDEN = 'd'.repeat(24);
export const OWN = 'c'.repeat(24);
/** A company with three channels that has only what is KNOWN, and its flow OWN. */
export const context: CheckContext = {
  channels: [
    { platform: 'whatsapp', buttons: 3, buttonTitle: 20, rows: 10, textLimit: 4_096, replyWindowMin: 1_440 },
    { platform: 'instagram', buttons: 13, buttonTitle: 20, rows: null, textLimit: 1_000, replyWindowMin: 1_440 },
    { platform: 'web', buttons: 0, buttonTitle: 0, rows: null, textLimit: 4_096, replyWindowMin: null },
  ],
  knownSecrets: ['KEY'],
  knownServices: [KNOWN, HIDDEN],
  bookableServices: [KNOWN],
  needsApproval: false,
  hasOpeningHours: true,
  knownUsers: [KNOWN],
  knownFlows: [KNOWN, OWN],
  flowId: OWN,
  channelIds: [],
  otherKeywords: [],
};

type Part = Parameters<typeof graphOf>[0][string];
type Data<Type extends FlowNode['type']> = Extract<FlowNode, { type: Type }>['data'];

export const start: Part = { type: 'trigger', data: { kind: 'any_message' } };
export const end: Part = { type: 'end', data: {} };
export const message = (text: string, data: Partial<Data<'message'>> = {}): Part => ({
  type: 'message',
  data: { text, ...data },
});
export const ask = (data: Partial<Data<'ask'>> = {}): Part => ({
  type: 'ask',
  data: { text: 'Name?', variable: 'name', answer: 'text', ...data },
});
export const condition = (data: Data<'condition'>): Part => ({ type: 'condition', data });
export const trigger = (data: Data<'trigger'>): Part => ({ type: 'trigger', data });
export const labels = (count: number, text = 'Button') =>
  Array.from({ length: count }, (_, index) => ({ label: `${text} ${index}` }));

/** Each problem as its code and its node. */
export const found = (graph: FlowGraph, more: Partial<CheckContext> = {}): string[] =>
  checkGraph(graph, { ...context, ...more }).map(({ code, node_id }) =>
    node_id === undefined ? code : `${code} ${node_id}`,
  );
/** The node `n` after a trigger. */
export const alone = (n: Part): FlowGraph => graphOf({ start, n }, ['start.next > n']);
/** The action `n` with both outlets connected. */
export const doing = (data: Data<'action'>): FlowGraph =>
  graphOf({ start, n: { type: 'action', data }, over: end }, ['start.next > n', 'n.ok > over', 'n.error > over']);
export const call = (data: Partial<Extract<Data<'action'>, { action: 'api_call' }>>): FlowGraph =>
  doing({ action: 'api_call', method: 'POST', url: 'https://x.test', ...data });
