/** What facts and core add to an answer of the assistant without a model, beside plain queries that read the same collections. Needs a build. */
import '../support/swc-sources.ts';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { median, percentile, ROUNDS, sequential } from './measure.ts';
import { type Product, startProduct } from './product.ts';

const TURNS_A_ROUND = 300;
const DAY_MS = 86_400_000;
const PAST_MESSAGES = 12;
const SERVICES = 12;
const PETS = 3;
const QUESTION = 'Quanto custa o banho?';

interface Timing {
  p50: number;
  p99: number;
}

/** Milliseconds. */
export interface AssistantResult {
  /** The plain queries, in parallel. */
  plain: Timing;
  facts: Timing;
  /** Facts and core. */
  turn: Timing;
}

/** Medians of five rounds after one to warm up, in turn. */
export async function benchAssistant(databaseUri: string): Promise<AssistantResult> {
  const product = await startProduct(databaseUri);
  const salon = await aSalon(product);
  await product.stop();
  const client = await new MongoClient(databaseUri).connect();
  const turns = await openTurns(databaseUri, client.db(), salon.contactId);
  const plain = () => plainReads(client.db(), turns.ids);
  if ((await turns.answer()) === '') throw new Error('the core answers nothing, so nothing is measured');
  const rounds: AssistantResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const result = {
      plain: timingOf(await sequential(TURNS_A_ROUND, async () => void (await plain()))),
      facts: timingOf(await sequential(TURNS_A_ROUND, async () => void (await turns.load()))),
      turn: timingOf(await sequential(TURNS_A_ROUND, async () => void (await turns.answer()))),
    };
    if (round > 0) rounds.push(result);
  }
  await turns.close();
  await client.close();
  const of = (pick: keyof AssistantResult): Timing => ({
    p50: median(rounds.map((round) => round[pick].p50)),
    p99: median(rounds.map((round) => round[pick].p99)),
  });
  return { plain: of('plain'), facts: of('facts'), turn: of('turn') };
}

const timingOf = (values: readonly number[]): Timing => ({ p50: median(values), p99: percentile(values, 0.99) });

/** A salon with services, and a customer with pets, an appointment, facts and a conversation. */
async function aSalon({ api }: Product): Promise<{ contactId: string }> {
  const { _id: owner } = await api<{ _id: string }>('GET', '/users/me');
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: [{ from: '08:00', to: '18:00' }] }));
  await api('PUT', `/staff-schedules/${owner}`, { weekly });
  const services: string[] = [];
  for (let place = 0; place < SERVICES; place++) {
    const service = { name: place === 0 ? 'Banho' : `Service ${place}`, duration_min: 30, price: 8_000 + place };
    services.push((await api<{ _id: string }>('POST', '/services', service))._id);
  }
  const { _id: contactId } = await api<{ _id: string }>('POST', '/contacts', { full_name: 'Carla Dias' });
  const pets: string[] = [];
  for (let place = 0; place < PETS; place++) {
    const pet = { name: `Pet ${place}`, species: 'dog', contact_id: contactId, weight_kg: 8 };
    pets.push((await api<{ _id: string }>('POST', '/pets', pet))._id);
    await api('POST', `/contacts/${contactId}/memory`, { field: 'behaviour', value: 'calm', pet_id: pets[place] });
  }
  const day = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  const visit = { service_id: services[0], contact_id: contactId, pet_ids: [pets[0]] };
  await api('POST', '/appointments', { ...visit, starts_at: `${day}T12:00:00.000Z` });
  for (let place = 0; place <= PAST_MESSAGES + 4; place++) {
    const message = { contact_id: contactId, role: 'user', direction: 'inbound', platform: 'web', content: QUESTION };
    await api('POST', '/messages', message);
  }
  return { contactId };
}

/** The product's own code in this process, created but not initialised, so that nothing else works on the database. */
async function openTurns(uri: string, db: Db, contactId: string) {
  const { NestFactory } = await import('@nestjs/core');
  const { AppModule } = await import('../../src/app/app.module.ts');
  const { AppConfig } = await import('../../src/core/config/index.ts');
  const { openDatabase } = await import('../../src/core/database/index.ts');
  const { CompanyScope } = await import('../../src/core/tenancy/index.ts');
  const { newDialogue, step } = await import('../../src/modules/automation/assistant-core/index.ts');
  const { NO_ALIASES, TurnFactsService } = await import('../../src/modules/automation/assistant-facts/index.ts');
  const { ConversationsRepository } = await import('../../src/modules/inbox/conversations/index.ts');
  const { MessagesRepository } = await import('../../src/modules/inbox/message-log/index.ts');
  const config = AppConfig.load({ ...process.env, NODE_ENV: 'development', SANDBOX: 'off', MONGODB_URI: uri });
  const database = await openDatabase(config);
  const app = await NestFactory.create(AppModule.forRoot(config, database), { logger: ['error'], abortOnError: false });
  const found = await db.collection('conversations').findOne({ contact_id: new ObjectId(contactId) });
  if (!found) throw new Error('the customer has no conversation');
  const scope = CompanyScope.of(found['company_id'].toHexString() as string);
  const conversation = await app
    .get(ConversationsRepository, { strict: false })
    .getById(scope, found._id.toHexString());
  const messages = await app.get(MessagesRepository, { strict: false }).newest(scope, conversation._id, 1);
  const service = app.get(TurnFactsService, { strict: false });
  const request = { conversation, messages, episode_since_seq: 1, aliases: NO_ALIASES, offers: [], summary: null };
  const load = () =>
    service.load(scope, { ...request, emergency_phone: null, policies: [], languages: ['en', 'pt', 'es'] });
  return {
    ids: { company: new ObjectId(scope.id), contact: new ObjectId(contactId), conversation: found._id },
    load,
    answer: async (): Promise<string> => {
      const { facts } = await load();
      const result = step({ facts, before: newDialogue(), model: null, outcomes: [] }, { kind: 'start' });
      return result.done ? result.draft.text : '';
    },
    close: async (): Promise<void> => {
      await app.close();
      await database.close();
    },
  };
}

/** The same collections, read by the driver alone. */
async function plainReads(db: Db, ids: Record<'company' | 'contact' | 'conversation', ObjectId>): Promise<unknown> {
  const company_id = ids.company;
  const ofContact = { company_id, contact_id: ids.contact };
  const now = new Date();
  const pets = db.collection('pets').find(ofContact).toArray();
  const clearances = pets.then((found) =>
    db
      .collection('pet_clearances')
      .find({ company_id, pet_id: { $in: found.map(({ _id }) => _id) } })
      .toArray(),
  );
  return Promise.all([
    db.collection('companies').findOne({ _id: company_id }),
    db.collection('booking_catalog_versions').findOne({ company_id }),
    db.collection('contacts').findOne({ company_id, _id: ids.contact }),
    clearances,
    db
      .collection('appointments')
      .find({ ...ofContact, ends_at: { $gt: now } })
      .toArray(),
    db
      .collection('assistant_memory')
      .find({ ...ofContact, status: 'active' })
      .toArray(),
    db
      .collection('messages')
      .find({ company_id, conversation_id: ids.conversation }, { sort: { seq: -1 }, limit: PAST_MESSAGES })
      .toArray(),
  ]);
}
