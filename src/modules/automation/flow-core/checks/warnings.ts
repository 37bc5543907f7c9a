import type { FlowProblem } from '../core.types.js';
import type { FlowGraph, FlowNode, NodeOf } from '../graph.js';
import { foldWords } from '../keywords.js';
import { placesIn } from '../texts.js';
import { type CheckContext, type Ways, warning } from './problem.js';
import { windowWarnings } from './window-warnings.js';

/** What probably does not work as the author expects, although the flow may be published. */
export function warningsOf(graph: FlowGraph, ways: Ways, context: CheckContext): FlowProblem[] {
  return [
    ...graph.nodes.flatMap((node) => [
      ...hoursWarnings(node, context),
      ...serviceWarnings(node, context),
      ...approvalWarnings(node, ways, context),
      ...keywordWarnings(node, context),
      ...placeholderWarnings(node),
    ]),
    ...windowWarnings(graph, context),
  ];
}

function hoursWarnings(node: FlowNode, { hasOpeningHours }: CheckContext): FlowProblem[] {
  if (hasOpeningHours || !needsHours(node)) return [];
  const message =
    'Nobody has working hours in the next 14 days, so this step takes the company for closed. Add working hours.';
  return [warning('NO_OPENING_HOURS', message, node.id)];
}

function needsHours({ type, data }: FlowNode): boolean {
  if (type === 'trigger') return data.active_hours === 'open' || data.active_hours === 'closed';
  if (type === 'condition') return data.kind === 'business_hours';
  return type === 'action' && data.action === 'find_slots';
}

function serviceWarnings({ id, type, data }: FlowNode, context: CheckContext): FlowProblem[] {
  if (type !== 'action' || (data.action !== 'find_slots' && data.action !== 'hold_slot')) return [];
  const { service_id } = data;
  // A service that is missing or gone is an error already.
  if (!context.knownServices.includes(service_id) || context.bookableServices.includes(service_id)) return [];
  const message =
    'Customers cannot book this service online, so this step always fails. Allow it in the service, or choose another one.';
  return [warning('SERVICE_NOT_BOOKABLE', message, id, { field: 'service_id' })];
}

/** A message that says "booked" is wrong while staff still have to approve. */
function approvalWarnings(node: FlowNode, ways: Ways, { needsApproval }: CheckContext): FlowProblem[] {
  if (!needsApproval || node.type !== 'action' || node.data.action !== 'confirm_booking') return [];
  const after = [...ways.reachedFrom(node.id)].flatMap((id) => ways.nodes.get(id) ?? []);
  const status = `vars.${node.data.save_as ?? ''}.status`;
  if (node.data.save_as && after.some((each) => reads(each, status))) return [];
  const message =
    'Your team has to approve appointments, so this one may be “pending”. Save the appointment and check its status before you write “booked”.';
  return [warning('NO_BRANCH_FOR_PENDING', message, node.id, { field: 'save_as' })];
}

function reads({ type, data }: FlowNode, path: string): boolean {
  if (type === 'condition') return data.variable === path || `vars.${data.variable ?? ''}` === path;
  return (type === 'message' || type === 'ask') && placesIn(data.text).includes(path);
}

function keywordWarnings(node: FlowNode, context: CheckContext): FlowProblem[] {
  if (node.type !== 'trigger' || node.data.kind !== 'keyword') return [];
  const words = new Map((node.data.words ?? []).map((word) => [foldWords(word), word]));
  const channels = channelsOf(node, context.channelIds);
  return context.otherKeywords.flatMap((other) => {
    const same = other.words.map((word) => words.get(foldWords(word))).find((word) => word !== undefined);
    if (same === undefined || !overlap(channels, other.channelIds)) return [];
    const message = `The live flow “${other.flow}” also starts with “${same}”. Only the one with the higher priority starts. Change the words or the priority.`;
    return [warning('SAME_KEYWORD', message, node.id, { field: 'words', name: same, flow: other.flow })];
  });
}

/** Starter flows say in brackets what to write there. */
const PLACEHOLDER = /\[[^[\]\n]{3,}\]/;

function placeholderWarnings({ id, type, data }: FlowNode): FlowProblem[] {
  const placeholder = type === 'message' || type === 'ask' ? PLACEHOLDER.exec(data.text)?.[0] : undefined;
  if (placeholder === undefined) return [];
  const message = `Customers would read “${placeholder}”. Write your own text in its place.`;
  return [warning('PLACEHOLDER_LEFT', message, id, { field: 'text', name: placeholder })];
}

/** Empty: all channels. */
function channelsOf({ data }: NodeOf<'trigger'>, ofFlow: readonly string[]): readonly string[] {
  return data.channel_ids?.length ? data.channel_ids : ofFlow;
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((id) => others.includes(id));
}
