import type { Fact } from '../assistant-types.ts';
import { factGroups } from './fact-groups.ts';

const aFact = (fields: Partial<Fact>): Fact => ({
  _id: 'f1',
  contact_id: 'c1',
  pet: null,
  field: 'note',
  value: 'Value',
  status: 'active',
  confidence: 1,
  source: { kind: 'staff', message_id: null, conversation_id: null, user: null },
  expires_at: null,
  created_at: '2026-11-29T10:00:00.000Z',
  updated_at: '2026-11-29T10:00:00.000Z',
  ...fields,
});
const LUNA = { _id: 'p1', name: 'Luna' };
const BOB = { _id: 'p2', name: 'Bob' };

describe('the facts of a customer', () => {
  it('are grouped: the customer first, then the pets by name', () => {
    const groups = factGroups([aFact({ pet: LUNA }), aFact({}), aFact({ pet: BOB }), aFact({ pet: LUNA })]);
    expect(groups.map(({ pet, facts }) => [pet?.name ?? null, facts.length])).toEqual([
      [null, 1],
      ['Bob', 1],
      ['Luna', 2],
    ]);
  });

  it('begin with what staff have to approve', () => {
    const facts = [
      aFact({ _id: 'note', pet: LUNA }),
      aFact({ _id: 'breed', pet: LUNA, field: 'breed' }),
      aFact({ _id: 'allergy', pet: LUNA, field: 'allergies', status: 'for_approval' }),
    ];
    expect(factGroups(facts)[0]?.facts.map(({ _id }) => _id)).toEqual(['allergy', 'breed', 'note']);
  });
});
