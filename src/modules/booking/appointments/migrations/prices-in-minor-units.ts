import type { Db, Document, ObjectId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';
import { toMinorUnits } from '../../../../core/money/index.js';
import { currencyOf } from '../../../accounts/companies/index.js';

/** Marks converted services, so that an interrupted migration converts no price twice. */
const MARK = 'minor_units';

type OldMoney = number | null | undefined;
type OldPriced = Document & { price?: OldMoney; price_delta?: OldMoney };
interface OldService extends OldPriced {
  pet_matrix?: OldPriced[];
  add_ons?: OldPriced[];
  staff_overrides?: OldPriced[];
}

export const servicePricesInMinorUnits: Migration = {
  name: 'prices of services are in minor units',
  collection: 'services',
  old: { [MARK]: { $exists: false } },
  guard: 'revision',
  changes: async (db) => {
    const currencies = await currenciesOf(db);
    return (service: OldService) => {
      const currency = currencyFor(service, currencies);
      const { pet_matrix = [], add_ons = [], staff_overrides = [] } = service;
      const all = (parts: OldPriced[]): OldPriced[] => parts.map((part) => inMinorUnits(part, currency));
      const parts = { pet_matrix: all(pet_matrix), add_ons: all(add_ons), staff_overrides: all(staff_overrides) };
      const price = converted(service.price, currency);
      return { $set: { ...parts, price, [MARK]: true }, $inc: { revision: 1 } };
    };
  },
};

export const appointmentPricesInMinorUnits: Migration = {
  name: 'prices and fees of appointments are in minor units of their currency',
  collection: 'appointments',
  old: { currency: { $exists: false } },
  guard: 'ver',
  changes: async (db) => {
    const currencies = await currenciesOf(db);
    return (appointment: OldPriced & { fee?: OldMoney; lines?: OldPriced[] }) => {
      const currency = currencyFor(appointment, currencies);
      const { price, fee, lines = [] } = appointment;
      return {
        $set: {
          currency,
          price: converted(price, currency),
          fee: converted(fee, currency),
          lines: lines.map((line) => inMinorUnits(line, currency)),
        },
      };
    };
  },
};

/** A separate migration: the marks must stay until the conversion is complete. */
export const removeServicePriceMarks: Migration = {
  name: 'services have no mark of the conversion of their prices',
  collection: 'services',
  old: { [MARK]: { $exists: true } },
  guard: 'revision',
  changes: () => Promise.resolve(() => ({ $unset: { [MARK]: true } })),
};

type Currencies = ReadonlyMap<string, string>;

async function currenciesOf(db: Db): Promise<Currencies> {
  const companies = await db.collection<{ _id: ObjectId; currency: string | null }>('companies').find().toArray();
  return new Map(companies.map((company) => [company._id.toHexString(), currencyOf(company)]));
}

const currencyFor = ({ company_id }: Document, currencies: Currencies): string =>
  currencies.get(String(company_id)) ?? currencyOf({ currency: null });

function inMinorUnits(priced: OldPriced, currency: string): OldPriced {
  const { price, price_delta } = priced;
  return {
    ...priced,
    ...(price === undefined ? {} : { price: converted(price, currency) }),
    ...(price_delta === undefined ? {} : { price_delta: converted(price_delta, currency) }),
  };
}

const converted = (amount: OldMoney, currency: string): number | null =>
  amount === null || amount === undefined ? null : toMinorUnits(amount, currency);
