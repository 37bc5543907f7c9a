import request from 'supertest';
import type { ContactDto } from '../../src/modules/customers/contacts/index.js';
import type { TestApp } from '../support/test-app.js';
import type { LoggedIn } from './accounts.js';

/** Stores a contact over HTTP. */
export async function aContact(
  app: TestApp,
  by: Pick<LoggedIn, 'auth'>,
  fields: Record<string, unknown> = {},
): Promise<ContactDto> {
  const contact = { full_name: 'Carla Dias', ...fields };
  const { body } = await request(app.url).post('/api/v1/contacts').set(by.auth).send(contact).expect(201);
  return body as ContactDto;
}
