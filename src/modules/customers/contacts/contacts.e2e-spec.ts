import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { aContact } from '../../../../test/builders/contacts.js';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { prefixFilters } from '../../../core/text/index.js';
import { Contact } from './schemas/contact.schema.js';

const BASE = '/api/v1/contacts';

describe('contacts over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    stranger = await registerCompany(app);
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path = '', by: Pick<RegisteredCompany, 'auth'> = owner) =>
    request(app.url)[method](`${BASE}${path}`).set(by.auth);
  const names = async (query: string): Promise<string[]> => {
    const { body } = await call('get', `?${query}`).expect(200);
    return body.items.map(({ full_name }: { full_name: string }) => full_name);
  };

  it('stores what was given and answers nothing internal', async () => {
    const contact = await aContact(app, owner, {
      full_name: '  José Silva ',
      email: ' Jose@Example.com',
      phone: '+55 (11) 98888-7777',
      social: { instagram_id: '1784' },
      tags: ['dog'],
      locale: 'pt-BR',
    });
    expect(contact).toMatchObject({
      company_id: owner.company._id,
      full_name: 'José Silva',
      email: 'jose@example.com',
      phone_normalized: '+5511988887777',
      social: { facebook_id: null, instagram_id: '1784', whatsapp_id: null, telegram_id: null },
      platforms: ['instagram'],
      is_vip: false,
      notes: null,
    });
    const { body } = await call('get', `/${contact._id}`).expect(200);
    expect(body).toEqual(contact);
    expect(Object.keys(body)).not.toContain('search');
  });

  it('reads a phone without a country as one of the company`s country', async () => {
    const brazilian = await registerCompany(app, { time_zone: 'America/Sao_Paulo' });
    const made = await aContact(app, brazilian, { phone: '(11) 98888-7777' });
    expect(made).toMatchObject({ phone: '+55 11 98888 7777', phone_normalized: '+5511988887777' });
    const { body } = await call('patch', `/${made._id}`, brazilian).send({ phone: '21 97777-6666' }).expect(200);
    expect(body.phone_normalized).toBe('+5521977776666');
    expect((await aContact(app, owner, { phone: '(11) 98888-7777' })).phone_normalized).toBe('11988887777');
  });

  it.each([
    ['no name', {}, 'full_name'],
    ['an empty name', { full_name: ' ' }, 'full_name'],
    ['a bad address', { full_name: 'A', email: 'nobody' }, 'email'],
    ['a bad phone', { full_name: 'A', phone: 'call me' }, 'phone'],
    ['a provider id with spaces', { full_name: 'A', social: { facebook_id: 'a b' } }, 'social.facebook_id'],
    ['an unknown social field', { full_name: 'A', social: { orkut_id: '1' } }, 'social.orkut_id'],
    ['an unknown field', { full_name: 'A', company_id: 'x' }, 'company_id'],
    ['a null where none can be', { full_name: 'A', is_vip: null }, 'is_vip'],
    ['an operator', { full_name: { $ne: null } }, 'full_name.$ne'],
  ])('refuses %s', async (_, body, field) => {
    const answer = await call('post').send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('changes what is given, clears what is null, and keeps the search up to date', async () => {
    const { _id } = await aContact(app, owner, {
      full_name: 'Ana',
      email: 'ana@example.com',
      social: { telegram_id: '5' },
    });
    const { body } = await call('patch', `/${_id}`)
      .send({ full_name: 'Beatriz', email: null, social: { telegram_id: null, whatsapp_id: '5511988887777' } })
      .expect(200);
    expect(body).toMatchObject({ full_name: 'Beatriz', email: null, platforms: ['whatsapp'] });
    expect([await names('q=ana'), await names('q=beat'), await names('q=98888')]).toEqual([
      [],
      ['Beatriz'],
      ['Beatriz'],
    ]);
  });

  it('finds by beginnings of words of name, phone and mail, by platform and by tag', async () => {
    await aContact(app, owner, { full_name: 'João Maria', email: 'jm@paws.example', tags: ['vip dog'] });
    await aContact(app, owner, { full_name: 'Joana', phone: '+1 415 555 0100', social: { facebook_id: '9' } });
    expect(await names('q=joao%20mar')).toEqual(['João Maria']);
    expect(await names('q=JO')).toEqual(['Joana', 'João Maria']);
    expect(await names('q=paws')).toEqual(['João Maria']);
    expect(await names('q=%2B1%20415')).toEqual(['Joana']);
    expect(await names('q=oana')).toEqual([]);
    expect(await names('q=.*')).toEqual([]);
    expect(await names('platform=facebook')).toEqual(['Joana']);
    expect(await names('tag=vip%20dog&q=joao')).toEqual(['João Maria']);
  });

  it('lists VIPs, and contacts with or without pets, together with their pets', async () => {
    const petless = await aContact(app, owner, { full_name: 'Petless' });
    const one = await aContact(app, owner, { full_name: 'One', is_vip: true });
    const many = await aContact(app, owner, { full_name: 'Many' });
    const pet = (_id: string, name: string) => call('post', `/${_id}/pets`).send({ name, species: 'cat' }).expect(201);
    await pet(one._id, 'Luna');
    for (const name of ['A', 'B', 'C', 'D']) await pet(many._id, name);
    expect(await names('is_vip=true')).toEqual(['One']);
    expect(await names('is_vip=false')).toEqual(['Many', 'Petless']);
    expect(await names('has_pets=true')).toEqual(['Many', 'One']);
    expect(await names('has_pets=false')).toEqual([petless.full_name]);
    expect(await names('has_pets=true&is_vip=true')).toEqual(['One']);
    const { body } = await call('get', '?has_pets=true&limit=1').expect(200);
    expect(body.items).toMatchObject([{ pet_count: 4, pets: [{ name: 'D', species: 'cat' }, {}, {}] }]);
    expect(await names(`has_pets=true&limit=1&cursor=${body.nextCursor}`)).toEqual(['One']);
  });

  it('searches by an index', async () => {
    const model = app.app.get<Model<Contact>>(getModelToken(Contact.name), { strict: false });
    for (const filter of [
      { $and: prefixFilters('search', 'ana lima') },
      { tags: 'dog' },
      { platforms: 'facebook' },
      { is_vip: true },
      {},
    ]) {
      const query = { ...filter, company_id: toObjectId(owner.company._id), merged_into: null };
      const plan = JSON.stringify(
        await model
          .find(query as never)
          .sort({ _id: -1 })
          .limit(26)
          .explain('queryPlanner'),
      );
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('COLLSCAN');
    }
  });

  it('pages from the newest to the oldest without gaps or repeats', async () => {
    for (let i = 0; i < 7; i++) await aContact(app, owner, { full_name: `C${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await call('get', `?limit=3${cursor ? `&cursor=${cursor}` : ''}`).expect(200);
      seen.push(...body.items.map((item: { full_name: string }) => item.full_name));
      cursor = body.nextCursor as string | null;
    } while (cursor);
    expect(seen).toEqual(['C6', 'C5', 'C4', 'C3', 'C2', 'C1', 'C0']);
    await call('get', '?limit=101').expect(400);
    await call('get', '?cursor=nonsense').expect(400);
  });

  it('adds and takes tags, each once', async () => {
    const { _id } = await aContact(app, owner, { tags: ['a'] });
    const added = await call('post', `/${_id}/tags`)
      .send({ tags: ['a', 'b'] })
      .expect(200);
    expect(added.body.tags).toEqual(['a', 'b']);
    const taken = await call('delete', `/${_id}/tags`)
      .send({ tags: ['a', 'x'] })
      .expect(200);
    expect(taken.body.tags).toEqual(['b']);
    await call('post', `/${_id}/tags`).send({ tags: [] }).expect(400);
  });

  it('lists the tags of all contacts of the company, the most frequent first', async () => {
    await aContact(app, owner, { tags: ['b', 'a'] });
    await aContact(app, owner, { tags: ['b'] });
    await aContact(app, stranger, { tags: ['theirs'] });
    const items = [
      { tag: 'b', contacts: 2 },
      { tag: 'a', contacts: 1 },
    ];
    expect((await call('get', '/tags').expect(200)).body).toEqual({ items });
  });

  it('takes the tags of the query away, without a body', async () => {
    const { _id } = await aContact(app, owner, { tags: ['a', 'b', 'c', 'd e'] });
    const tags = async (query: string, status = 200) =>
      (await call('delete', `/${_id}/tags${query}`).expect(status)).body.tags;
    expect(await tags('?tag=a')).toEqual(['b', 'c', 'd e']);
    expect(await tags('?tag=b&tag=d%20e')).toEqual(['c']);
    await tags('', 400);
    await tags('?tag=', 400);
  });

  it('suggests contacts with the same phone, mail or id, merges on demand and takes it back', async () => {
    const one = await aContact(app, owner, { full_name: 'One', phone: '+55 11 98888-7777', email: 'x@example.com' });
    const two = await aContact(app, owner, { full_name: 'Two', social: { whatsapp_id: '551188887777' } });
    const three = await aContact(app, owner, { full_name: 'Three', email: 'X@example.com' });
    await aContact(app, stranger, { full_name: 'Elsewhere', email: 'x@example.com' });
    const suggested = await call('get', `/${one._id}/merge-suggestions`).expect(200);
    expect(
      suggested.body.items.map((item: { contact: { _id: string }; reasons: string[] }) => [
        item.contact._id,
        item.reasons,
      ]),
    ).toEqual([
      [two._id, ['phone']],
      [three._id, ['email']],
    ]);

    const merged = await call('post', `/${one._id}/merge`).send({ contact_id: two._id }).expect(200);
    expect(merged.body.contact).toMatchObject({ _id: one._id, social: { whatsapp_id: '551188887777' } });
    expect((await call('get', `/${two._id}`).expect(200)).body.merged_into).toBe(one._id);
    const refused = await call('patch', `/${two._id}`).send({ notes: 'x' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'CONTACT_MERGED', details: { merged_into: one._id } });

    const undone = await call('post', `/merges/${merged.body.merge._id}/undo`).expect(200);
    expect(undone.body).toMatchObject({ contact: { _id: two._id, merged_into: null }, merge: { state: 'undone' } });
  });

  it('lets owners and managers delete, and nobody else', async () => {
    const { _id } = await aContact(app, owner);
    const staff = await aStaffMember(app, owner);
    await call('delete', `/${_id}`, staff).expect(403);
    await call('delete', `/${_id}`).expect(204);
    await call('get', `/${_id}`).expect(404);
  });

  it('answers 404 for the contact of another company, on every route', async () => {
    const theirs = await aContact(app, stranger, { full_name: 'Theirs' });
    const mine = await aContact(app, owner);
    const tries = [
      call('get', `/${theirs._id}`),
      call('patch', `/${theirs._id}`).send({ notes: 'x' }),
      call('delete', `/${theirs._id}`),
      call('post', `/${theirs._id}/tags`).send({ tags: ['x'] }),
      call('delete', `/${theirs._id}/tags`).send({ tags: ['x'] }),
      call('get', `/${theirs._id}/merge-suggestions`),
      call('post', `/${theirs._id}/merge`).send({ contact_id: mine._id }),
      call('post', `/${mine._id}/merge`).send({ contact_id: theirs._id }),
    ];
    for (const answer of await Promise.all(tries)) {
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
      expect(JSON.stringify(answer.body)).not.toContain('Theirs');
    }
    const own = await call('post', `/${mine._id}/merge`).send({ contact_id: (await aContact(app, owner))._id });
    const undo = await call('post', `/merges/${own.body.merge._id}/undo`, stranger);
    expect(undo.status).toBe(404);
    await call('get', '/not-an-id').expect(400);
  });
});
