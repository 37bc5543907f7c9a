import request from 'supertest';
import type { PetDto } from '../../src/modules/customers/pets/index.js';
import type { TestApp } from '../support/test-app.js';
import type { LoggedIn } from './accounts.js';

/** Stores a pet of a contact over HTTP. */
export async function aPet(
  app: TestApp,
  by: Pick<LoggedIn, 'auth'>,
  contact_id: string,
  fields: Record<string, unknown> = {},
): Promise<PetDto> {
  const pet = { name: 'Rex', species: 'dog', contact_id, ...fields };
  const { body } = await request(app.url).post('/api/v1/pets').set(by.auth).send(pet).expect(201);
  return body as PetDto;
}
