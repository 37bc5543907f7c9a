import { plainToInstance } from 'class-transformer';
import fc from 'fast-check';
import { Types } from 'mongoose';
import { type CatalogSnapshot, CreateServiceDto, quoteVisit } from '../../src/modules/booking/catalog/index.js';
import { durationProblems } from '../../src/modules/booking/catalog/services/duration-rules.js';
import { newService } from '../../src/modules/booking/catalog/services/service-fields.js';

interface Traits {
  species: string | null;
  size: string | null;
  coat: string | null;
  breed: string | null;
}

/** The functions of the web app that work out what the settings page shows; the app has types of its own. */
interface WebServices {
  newServiceDraft: () => object;
  serviceBody: (draft: object, currency: string) => object;
  pricedService: (draft: object, currency: string) => object;
  byPerson: (service: object, staffId: string) => object;
  quoteFor: (service: object, pet: Traits) => { minutes: number; price: number | null; isAccepted: boolean };
}

const load = (name: string): Promise<Partial<WebServices>> => import(`#web/features/services/${name}.ts`);
const { newServiceDraft, serviceBody, pricedService, byPerson, quoteFor } = {
  ...(await load('service-draft')),
  ...(await load('service-body')),
  ...(await load('pet-matrix')),
} as WebServices;

const [ANA, LIA] = ['64b000000000000000000001', '64b000000000000000000002'];
const CATALOG = {
  ...{ version: 1, time_zone: 'America/Sao_Paulo', currency: 'BRL', services: [], resource_types: [], resources: [] },
  ...{ staff: [], time_off: [], external_busy: [], closures: [], quotas: [], settings: { sizes: [] } },
} as unknown as CatalogSnapshot;

const text = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values);
const minutes = fc.integer({ min: 1, max: 120 }).map(String);
const amount = fc.integer({ min: 0, max: 20_000 }).map((minor) => (minor / 100).toFixed(2));
const change = fc.constantFrom('same', 'more', 'less', 'exact');
const row = fc.record({
  ...{ species: text('dog', 'cat'), size: text('small', 'Large'), coat: text('long'), breed: text('Poodle') },
  ...{ time: change, minutes, cost: change, amount, refuse: fc.boolean() },
});
const step = fc.record({
  ...{ stored: fc.constant(null), name: fc.constant(''), minutes },
  ...{ pause: fc.constantFrom('0', '10', '25'), staff: fc.constant(true) },
});
const ownTerms = fc.record({
  ...{ staff_id: fc.constant(ANA), minutes: fc.oneof(fc.constant(''), minutes) },
  price: fc.oneof(fc.constant(''), amount),
});
const drafts = fc.record({
  ...{ duration_min: minutes, price: fc.oneof(fc.constant(''), amount), steps: fc.array(step, { maxLength: 3 }) },
  ...{ accepted_species: fc.subarray(['dog', 'cat']), pet_matrix: fc.array(row, { maxLength: 5 }) },
  own_terms: fc.array(ownTerms, { maxLength: 1 }),
});
const trait = (...values: string[]): fc.Arbitrary<string | null> => fc.constantFrom(null, ...values);
const pets = fc.record({
  ...{ species: trait('dog', 'Cat', 'horse'), size: trait('small', 'large') },
  ...{ coat: trait('Long', 'short'), breed: trait('poodle', 'boxer') },
});

describe('duration and price on the settings page of a service', () => {
  it('equal the quote of the API for every pet and person', () => {
    fc.assert(
      fc.property(drafts, pets, fc.constantFrom(ANA, LIA), (given, pet, staffId) => {
        const draft = { ...newServiceDraft(), ...given, name: 'Bath' };
        const fields = newService(plainToInstance(CreateServiceDto, serviceBody(draft, 'BRL')));
        // The API stores no service that would last no time or cost less than nothing.
        fc.pre(durationProblems(fields, new Map()).length === 0);
        const stored = { _id: new Types.ObjectId(), company_id: new Types.ObjectId(), revision: 0 };
        const service = { ...fields, ...stored, created_at: new Date(), updated_at: new Date() };
        const quote = quoteVisit(CATALOG, { service, pets: [pet], staffId }, new Date());
        const shown = quoteFor(byPerson(pricedService(draft, 'BRL'), staffId), pet);
        expect({ ...shown, price: shown.price ?? 0 }).toEqual({
          ...{ minutes: quote.minutes, price: quote.price },
          isAccepted: quote.accepted,
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
