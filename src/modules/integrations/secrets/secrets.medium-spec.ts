import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import { type Connection, Types } from 'mongoose';
import { startTestModule, type TestModule } from '../../../../test/support/test-module.js';
import type { Principal } from '../../../core/auth-guards/index.js';
import { CompanySecrets } from '../../../core/integrations/index.js';
import { SecretBox, SecretResealer, SecurityModule } from '../../../core/security/index.js';
import { KeyedLocks, LocksModule } from '../../../core/locks/index.js';
import { MetricsModule } from '../../../core/metrics/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SecretsModule } from './index.js';
import type { CompanySecret } from './schemas/company-secret.schema.js';
import { MAX_SECRETS } from './secret-limits.js';
import { SecretsRepository } from './secrets.repository.js';
import { SecretsService } from './secrets.service.js';

const OLD_KEY = Buffer.alloc(32, 1).toString('base64');
const NEW_KEY = Buffer.alloc(32, 2).toString('base64');

describe('the secrets of a company', () => {
  let test: TestModule;
  let secrets: SecretsService;
  let connection: Connection;

  beforeAll(async () => {
    test = await startTestModule('secrets', [MetricsModule, LocksModule, SecurityModule, SecretsModule]);
    secrets = test.module.get(SecretsService, { strict: false });
    connection = test.module.get<unknown, Connection>(getConnectionToken(), { strict: false });
  });
  afterAll(() => test.close());

  const aCompany = (): { scope: CompanyScope; person: Principal } => {
    const scope = CompanyScope.of(new Types.ObjectId());
    const userId = new Types.ObjectId().toHexString();
    return { scope, person: { userId, companyId: scope.id, role: 'owner', sessionId: 'a session' } };
  };
  const stored = ({ companyId: company_id }: CompanyScope): Promise<CompanySecret[]> =>
    connection.collection<CompanySecret>('company_secrets').find({ company_id }).toArray();

  it('gives the value to modules of the product, and stores it encrypted', async () => {
    const { scope, person } = aCompany();
    const shown = await secrets.put(scope, person, 'shop_key', 'a quiet word');
    const port = test.module.get(CompanySecrets, { strict: false });
    expect(await port.read(scope, 'shop_key')).toBe('a quiet word');
    expect(await port.read(scope, 'other')).toBeUndefined();
    expect(await port.read(aCompany().scope, 'shop_key')).toBeUndefined();
    expect(JSON.stringify([shown, await stored(scope)])).not.toContain('a quiet word');
    expect(shown.changed_by.toHexString()).toBe(person.userId);
  });

  it('logs who changed which secret, without the value', async () => {
    const log = jest.spyOn(Logger.prototype, 'log');
    const { scope, person } = aCompany();
    await secrets.put(scope, person, 'shop_key', 'a quiet word');
    await secrets.put(scope, person, 'shop_key', 'another quiet word');
    await secrets.remove(scope, person, 'shop_key');
    const entry = (message: string) => [{ message, userId: person.userId, companyId: scope.id, name: 'shop_key' }];
    expect(log.mock.calls).toEqual([entry('secret added'), entry('secret replaced'), entry('secret deleted')]);
    log.mockRestore();
  });

  it('stores one value if many requests store the same name at the same time', async () => {
    const { scope, person } = aCompany();
    const values = Array.from({ length: 8 }, (_, index) => `value ${index}`);
    await Promise.all(values.map((value) => secrets.put(scope, person, 'shop_key', value)));
    expect(await stored(scope)).toHaveLength(1);
    expect(values).toContain(await secrets.read(scope, 'shop_key'));
  });

  it('refuses more than the limit, but still replaces existing secrets', async () => {
    const { scope, person } = aCompany();
    for (let index = 0; index < MAX_SECRETS; index++) await secrets.put(scope, person, `name_${index}`, 'value');
    await expect(secrets.put(scope, person, 'more', 'value')).rejects.toMatchObject({ code: 'TOO_MANY_SECRETS' });
    await secrets.put(scope, person, 'name_0', 'replaced');
    expect(await secrets.read(scope, 'name_0')).toBe('replaced');
  });

  it('refuses one of two secrets that are stored at once where one more is allowed', async () => {
    const { scope, person } = aCompany();
    for (let index = 1; index < MAX_SECRETS; index++) await secrets.put(scope, person, `name_${index}`, 'value');
    const puts = ['first', 'second'].map((name) => secrets.put(scope, person, name, 'value'));
    const outcomes = (await Promise.allSettled(puts)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stored(scope)).toHaveLength(MAX_SECRETS);
  });

  it('does not delete the secret of another company', async () => {
    const [ours, theirs] = [aCompany(), aCompany()];
    await secrets.put(theirs.scope, theirs.person, 'shop_key', 'theirs');
    await expect(secrets.remove(ours.scope, ours.person, 'shop_key')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await secrets.read(theirs.scope, 'shop_key')).toBe('theirs');
  });

  it('can be read without the old encryption key after sealing with the new key', async () => {
    const { scope, person } = aCompany();
    const withKeys = (...keys: string[]) =>
      new SecretsService(
        test.module.get(SecretsRepository, { strict: false }),
        new SecretBox(keys),
        test.module.get(KeyedLocks, { strict: false }),
      );
    const { changed_at } = await withKeys(OLD_KEY).put(scope, person, 'shop_key', 'a quiet word');
    await expect(withKeys(NEW_KEY).read(scope, 'shop_key')).rejects.toMatchObject({ name: 'SecretBoxError' });
    await new SecretResealer(connection, new SecretBox([NEW_KEY, OLD_KEY])).reseal();
    expect(await withKeys(NEW_KEY).read(scope, 'shop_key')).toBe('a quiet word');
    expect((await secrets.list(scope))[0]?.changed_at).toEqual(changed_at);
  });
});
