import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  instagramQuickReply,
  instagramText,
  messengerQuickReply,
  messengerText,
  type WebhookEvent,
  whatsappButtonReply,
  whatsappListReply,
  whatsappText,
} from '../../sandbox/events/index.js';
import { toObjectId, type CompanyScope } from '../../src/core/tenancy/index.js';
import { EventBus } from '../../src/core/events/index.js';
import type { FlowGraph, FlowNode } from '../../src/modules/automation/flow-core/index.js';
import { FlowVersionsRepository } from '../../src/modules/automation/flows/flow-versions.repository.js';
import { FlowsRepository } from '../../src/modules/automation/flows/flows.repository.js';
import { LiveFlowsVersionsRepository } from '../../src/modules/automation/flows/live/live-flows-versions.repository.js';
import type { Flow } from '../../src/modules/automation/flows/schemas/flow.schema.js';
import { CommentEvents } from '../../src/modules/automation/flow-runs/events/comment-events.service.js';
import { TagEvents } from '../../src/modules/automation/flow-runs/events/tag-events.service.js';
import { FlowLogReader } from '../../src/modules/automation/flow-runs/events/flow-log-reader.service.js';
import { FlowScheduler } from '../../src/modules/automation/flow-runs/events/flow-scheduler.service.js';
import type { FlowRun } from '../../src/modules/automation/flow-runs/schemas/flow-run.schema.js';
import type { Conversation } from '../../src/modules/inbox/conversations/index.js';
import type { Message } from '../../src/modules/inbox/message-log/index.js';
import type { ShownButton } from '../../sandbox/business-message.js';
import type { ChannelName, Inbox } from './inbox.js';
import type { TestApp } from './test-app.js';

/** A node without its place. */
export type Bare = FlowNode extends infer Node ? (Node extends FlowNode ? Omit<Node, 'position'> : never) : never;

/** @param edges `[from, outlet, to]` */
export function graphOf(nodes: readonly Bare[], edges: readonly (readonly [string, string, string])[]): FlowGraph {
  return {
    nodes: nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })),
    edges: edges.map(([source, source_handle, target], index) => ({ id: `e${index}`, source, source_handle, target })),
  };
}

/** A keyword, and then one node after the other by `next`. */
export function lineOf(words: readonly string[], ...nodes: readonly Bare[]): FlowGraph {
  const trigger: Bare = { id: 'start', type: 'trigger', data: { kind: 'keyword', words: [...words] } };
  const all = [trigger, ...nodes];
  const edges = nodes.map(({ id, type }, index) => {
    const from = all[index] as Bare;
    return [from.id, from.type === 'action' ? 'ok' : 'next', type === 'trigger' ? '' : id] as const;
  });
  return graphOf(all, edges);
}

export const says = (id: string, text: string, buttons?: readonly string[]): Bare => ({
  id,
  type: 'message',
  data: { text, ...(buttons && { buttons: buttons.map((label) => ({ label })) }) },
});
export const asks = (id: string, text: string, variable: string, timeout_min?: number): Bare => ({
  id,
  type: 'ask',
  data: { text, variable, answer: 'text', ...(timeout_min && { timeout_min }) },
});

/** Publishes the next version of the flow, or of a new one. */
export async function publishFlow(
  { app }: TestApp,
  scope: CompanyScope,
  name: string,
  graph: FlowGraph,
  known?: Pick<Flow, '_id' | 'last_version'>,
): Promise<Flow> {
  const flows = app.get(FlowsRepository, { strict: false });
  const by = { _id: toObjectId(scope.id) };
  const draft = { draft: graph, draft_hash: 'hash', draft_by: by };
  const flow = known ?? (await flows.add(scope, { name, name_key: name, channel_ids: [], ...draft }));
  const number = flow.last_version + 1;
  const version = { flow_id: flow._id, number, graph, hash: 'hash', note: null, published_by: by };
  await app.get(FlowVersionsRepository, { strict: false }).insert(scope, version);
  const live_triggers = graph.nodes.filter((node) => node.type === 'trigger');
  const live = { live_version: number, live_hash: 'hash', live_triggers };
  const published = await flows.publish(scope, flow._id, live, number);
  await app.get(LiveFlowsVersionsRepository, { strict: false }).increment(scope);
  const flowId = flow._id.toHexString();
  app.get(EventBus).emit('flow.published', { companyId: scope.id, flowId, number });
  return { ...(published as Flow), last_version: number };
}

/** The customer whose messages a test sends, by Messenger. */
export class FlowCustomer {
  constructor(
    private readonly inbox: Inbox,
    readonly id: string,
    readonly channelId?: string,
  ) {}

  /** Resolves when the message is stored. */
  async write(text: string): Promise<void> {
    await this.deliver(this.message(text));
  }

  /** Sends a message of this customer, and waits until it is stored. */
  async deliver(event: WebhookEvent): Promise<void> {
    const bus = this.inbox.app.app.get(EventBus);
    const stored = new Promise<void>((resolve) => {
      const stop = bus.on('message.published', ({ direction }) => {
        if (direction !== 'inbound') return;
        stop();
        resolve();
      });
    });
    await this.inbox.sandbox.webhooks.send(event);
    await stored;
  }

  /** A message that is not sent yet. */
  message(text: string): WebhookEvent {
    return messengerText({ customerId: this.id, text, ...(this.channelId && { channelId: this.channelId }) });
  }

  /** What the customer has got so far. */
  get got(): unknown[] {
    return this.messages.map(({ data }) => data['text']);
  }

  get messages() {
    const ofThis = ({ data }: { data: Record<string, unknown> }): boolean => data['customerId'] === this.id;
    return this.inbox.sandbox.ledger.entries({ kind: 'graph.message' }).filter(ofThis);
  }

  /** Waits until the customer has got the text so often. */
  async gets(text: string, times = 1): Promise<void> {
    const isIt = ({ kind, data }: { kind: string; data: Record<string, unknown> }): boolean =>
      kind === 'graph.message' && data['customerId'] === this.id && data['text'] === text;
    await this.inbox.sandbox.ledger.waitFor(
      (entry) => isIt(entry) && this.got.filter((one) => one === text).length >= times,
      60_000,
    );
  }
}

/** A customer on one of the platforms of Meta, who taps what a flow shows. */
export class TappingCustomer extends FlowCustomer {
  constructor(
    inbox: Inbox,
    id: string,
    readonly platform: ChannelName,
    channelId?: string,
  ) {
    super(inbox, id, channelId);
  }

  override message(text: string): WebhookEvent {
    const { id: customerId, platform } = this;
    if (platform === 'whatsapp') return whatsappText({ customerId, text });
    return platform === 'instagram' ? instagramText({ customerId, text }) : super.message(text);
  }

  /** The buttons or rows of the last message. */
  get shown(): ShownButton[] {
    return (this.messages.at(-1)?.data['buttons'] ?? []) as ShownButton[];
  }

  /** Taps what has this title. @param among what is or was shown */
  tap(title: string, among = this.shown): Promise<void> {
    const button = among.find((one) => one.title === title);
    if (!button) throw new Error(`${title} is not shown`);
    return this.deliver(this.tapped(button));
  }

  /** A tap that is not sent yet. */
  tapped({ kind, title, payload = '' }: ShownButton): WebhookEvent {
    const { id: customerId, platform, channelId } = this;
    if (kind === 'list_reply') return whatsappListReply({ customerId, rowId: payload, title });
    if (platform === 'whatsapp') return whatsappButtonReply({ customerId, buttonId: payload, title });
    const tapped = { customerId, title, payload, ...(channelId && { channelId }) };
    return platform === 'instagram' ? instagramQuickReply(tapped) : messengerQuickReply(tapped);
  }
}

/** What flows have said to a customer, as it is stored. */
export async function saidTo(inbox: Inbox, scope: CompanyScope, customerId: string): Promise<string[]> {
  const [conversation] = await conversationsOf(inbox.app, scope, customerId);
  const messages = inbox.app.app.get<Model<Message>>(getModelToken('Message'), { strict: false });
  const filter = { company_id: scope.companyId, conversation_id: conversation?._id, 'author.kind': 'bot' as const };
  const found = await messages.find(filter).sort({ seq: 1 }).lean();
  return found.map(({ content }) => content);
}

/** Lets the engine finish, also what only its sweeps find. */
export async function flowsAreIdle({ app }: TestApp): Promise<void> {
  const scheduler = app.get(FlowScheduler, { strict: false });
  await scheduler.idle();
  await app.get(FlowLogReader, { strict: false }).sweep();
  await app.get(TagEvents, { strict: false }).sweep();
  await app.get(CommentEvents, { strict: false }).sweep();
  await scheduler.idle();
}

/** The runs of a customer of Messenger, the oldest first. */
export async function runsOf(app: TestApp, scope: CompanyScope, customerId: string): Promise<FlowRun[]> {
  const ids = (await conversationsOf(app, scope, customerId)).map(({ _id }) => _id);
  const runs = app.app.get<Model<FlowRun>>(getModelToken('FlowRun'), { strict: false });
  return runs
    .find({ company_id: scope.companyId, conversation_id: { $in: ids } })
    .sort({ _id: 1 })
    .lean();
}

/** The conversations of a customer, on any channel. */
export function conversationsOf({ app }: TestApp, scope: CompanyScope, customerId: string): Promise<Conversation[]> {
  const conversations = app.get<Model<Conversation>>(getModelToken('Conversation'), { strict: false });
  return conversations.find({ company_id: scope.companyId, recipient_id: customerId }).lean();
}
