import request from 'supertest';
import { MODEL_KEY } from '../../../../sandbox/language-model.js';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, threadOf, turnsOf } from '../../../../test/support/assistant.js';
import { conversationsOf, FlowCustomer } from '../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { sized } from '../../../../test/support/sizes.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { escapeOf, isEmergency } from '../flow-core/index.js';

const CUSTOMERS = sized(6, 60);
const MESSAGES = 5;
const TEXTS = [
  'oi',
  'quanto custa o banho?',
  'I want to book a bath',
  '2',
  'yes',
  'no, another day',
  'stop',
  'start',
  'human',
  'thanks',
  'asdf qwer',
  'What are your opening hours?',
  'please cancel my appointment',
  'my dog is not breathing',
  'can I bring my parrot?',
  'your service was terrible',
  '👍',
];
const FAULTS = ['ok', '500', 'invalid_json', 'drop'] as const;

describe('every message of a customer', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox);
    const prices = { input_price: 100, output_price: 400 };
    const model = { base_url: inbox.sandbox.modelUrl, model: 'small', api_key: MODEL_KEY, ...prices };
    await request(inbox.app.url).put('/api/v1/assistant/model').set(salon.auth).send(model).expect(200);
  });
  afterAll(() => inbox.close());

  it('ends in an answer, a hand-over, a fixed text, or a reason to say nothing', async () => {
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => new FlowCustomer(inbox, String(8_000 + index)));
    for (let round = 0; round < MESSAGES; round++) {
      inbox.sandbox.model.knobs.mode = FAULTS[round % FAULTS.length] ?? 'ok';
      for (const [index, customer] of customers.entries())
        await customer.write(TEXTS[(index * 7 + round * (index + 3)) % TEXTS.length] ?? '');
      if (round % 2 === 1) await assistantIsIdle(inbox.app);
    }
    await assistantIsIdle(inbox.app);
    const raw = await openRawDatabase(inbox.app);
    for (const { id } of customers) {
      const [conversation] = await conversationsOf(inbox.app, salon.scope, id);
      const written = await raw.db
        .collection('messages')
        .find({ conversation_id: conversation?._id, direction: 'inbound' })
        .toArray();
      expect(written).toHaveLength(MESSAGES);
      const turns = await turnsOf(inbox.app, salon.scope, id);
      const ends = new Set(
        // A turn that a newer message has ended has answered nothing.
        turns
          .filter(({ ended_at, error_code }) => ended_at && error_code !== 'NEWER_MESSAGE')
          .flatMap(({ messages }) => messages.map(({ seq }) => seq)),
      );
      const lost = written.filter(({ seq, content }) => {
        const text = String(content);
        return !ends.has(Number(seq)) && escapeOf(text) === null && !isEmergency(text);
      });
      expect(lost).toEqual([]);
      expect(turns.filter(({ ended_at }) => !ended_at)).toEqual([]);
      const thread = await threadOf(inbox.app, salon.scope, id);
      expect(thread?.pending ?? []).toEqual([]);
      expect(thread?.due_at).toBeUndefined();
    }
    await raw.close();
  });
});
