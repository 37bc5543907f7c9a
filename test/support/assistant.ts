import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import type { ShownButton } from '../../sandbox/business-message.js';
import { channelToken } from '../../sandbox/channels.js';
import { CompanyScope, systemComment } from '../../src/core/tenancy/index.js';
import type { AssistantThread } from '../../src/modules/automation/assistant/schemas/assistant-thread.schema.js';
import type { AssistantTurn } from '../../src/modules/automation/assistant/schemas/assistant-turn.schema.js';
import { AssistantScheduler } from '../../src/modules/automation/assistant/engine/assistant-scheduler.service.js';
import type { FlowCursor } from '../../src/modules/automation/flow-runs/schemas/flow-cursor.schema.js';
import type { FlowThread } from '../../src/modules/automation/flow-runs/schemas/flow-thread.schema.js';
import type { Message } from '../../src/modules/inbox/message-log/index.js';
import { aPublicSalon, type PublicSalon } from '../builders/public-booking.js';
import { conversationsOf, flowsAreIdle, type TappingCustomer } from './flows.js';
import { ACCOUNTS, type Inbox } from './inbox.js';
import type { TestApp } from './test-app.js';

const HOUR_MS = 3_600_000;
/** A turn needs one to begin and one to be sent. */
const ROUNDS = 2;

/** A salon with a Messenger channel of the sandbox, whose assistant answers without a pause. */
export async function anAssistedSalon(
  { app }: Inbox,
  settings: Record<string, unknown> = {},
  company: Record<string, unknown> = {},
): Promise<PublicSalon & { scope: CompanyScope }> {
  const salon = await aPublicSalon(app);
  const access_token = channelToken({ platform: 'facebook' });
  const channel = { platform: 'facebook', external_id: ACCOUNTS.facebook, access_token };
  await request(app.url).post('/api/v1/channels').set(salon.auth).send(channel).expect(201);
  await request(app.url).patch('/api/v1/companies/me').set(salon.auth).send(company).expect(200);
  const scope = CompanyScope.of(salon.company._id);
  await setAssistant(app, salon, { mode: 'auto', debounce_ms: 0, ...settings });
  return { ...salon, scope };
}

export async function setAssistant(
  app: TestApp,
  { auth }: Pick<PublicSalon, 'auth'>,
  settings: Record<string, unknown>,
): Promise<void> {
  await request(app.url).patch('/api/v1/assistant/settings').set(auth).send(settings).expect(200);
}

/** Lets flows and the assistant finish with all messages that customers have written, also what waits for its time. */
export async function assistantIsIdle(app: TestApp): Promise<void> {
  const scheduler = app.app.get(AssistantScheduler, { strict: false });
  do {
    await flowsAreIdle(app);
    for (let round = 0; round < ROUNDS; round++) {
      await scheduler.idle();
      await scheduler.sweep(new Date(Date.now() + HOUR_MS));
      await scheduler.idle();
    }
  } while (await hasUnread(app));
}

/** Whether flows have not read a message yet, or the assistant has something to do. */
async function hasUnread({ app }: TestApp): Promise<boolean> {
  const get = <T>(name: string): Model<T> => app.get<Model<T>>(getModelToken(name), { strict: false });
  const everywhere = systemComment('run the assistant');
  if (
    await get<AssistantThread>('AssistantThread')
      .exists({ due_at: { $exists: true } })
      .comment(everywhere)
  )
    return true;
  for (const { company_id } of await get<FlowCursor>('FlowCursor').find().comment(everywhere).lean()) {
    const written = await get<Message>('Message').find({ company_id, direction: 'inbound', deleted_at: null }).lean();
    const threads = await get<FlowThread>('FlowThread').find({ company_id }).lean();
    const taken = new Map(threads.map(({ _id, taken_seq }) => [_id.toHexString(), taken_seq]));
    if (written.some(({ conversation_id, seq }) => seq > (taken.get(conversation_id.toHexString()) ?? 0))) return true;
  }
  return false;
}

/** The turns of a customer, the oldest first. */
export async function turnsOf(app: TestApp, scope: CompanyScope, customerId: string): Promise<AssistantTurn[]> {
  const ids = (await conversationsOf(app, scope, customerId)).map(({ _id }) => _id);
  const turns = app.app.get<Model<AssistantTurn>>(getModelToken('AssistantTurn'), { strict: false });
  const filter = { company_id: scope.companyId, conversation_id: { $in: ids } };
  return turns.find(filter).sort({ _id: 1 }).lean();
}

export async function threadOf(app: TestApp, scope: CompanyScope, customerId: string): Promise<AssistantThread | null> {
  const [conversation] = await conversationsOf(app, scope, customerId);
  const threads = app.app.get<Model<AssistantThread>>(getModelToken('AssistantThread'), { strict: false });
  return threads.findOne({ company_id: scope.companyId, _id: conversation?._id }).lean();
}

/** Waits until the last message of the customer shows a button with this title. */
export async function untilShown({ sandbox }: Inbox, customer: TappingCustomer, title: RegExp): Promise<ShownButton> {
  const find = (): ShownButton | undefined => customer.shown.find((button) => title.test(button.title));
  await sandbox.ledger.waitFor(() => find() !== undefined, 60_000);
  return find() as ShownButton;
}
