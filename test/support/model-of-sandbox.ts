import request from 'supertest';
import { MODEL_KEY } from '../../sandbox/language-model.js';
import type { LoggedIn } from '../builders/accounts.js';
import type { Inbox } from './inbox.js';

/** Gives the company the model of the sandbox, at one cent for 1,000 tokens. */
export async function withModel({ app, sandbox }: Inbox, { auth }: Pick<LoggedIn, 'auth'>): Promise<void> {
  const prices = { input_price: 1_000, output_price: 1_000 };
  const model = { base_url: sandbox.modelUrl, model: 'small', api_key: MODEL_KEY, ...prices };
  await request(app.url).put('/api/v1/assistant/model').set(auth).send(model).expect(200);
}
