import { IsISO31661Alpha2 } from 'class-validator';
import { Field } from '../../../../core/http/index.js';

/** An optional country, ISO 3166-1 alpha-2. */
export const Country = (more = ''): PropertyDecorator =>
  Field(
    { type: String, example: 'BR' },
    {
      optional: true,
      description: `ISO 3166-1 alpha-2; decides how phone numbers without a country are read${more}`,
    },
    IsISO31661Alpha2({ message: '$property must be a country code of two letters, such as BR' }),
  );
