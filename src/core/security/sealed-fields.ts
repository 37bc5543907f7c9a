import type { Types } from 'mongoose';
import type { SecretPlace } from './secret-box.js';

export interface SecretOwner {
  readonly _id: Types.ObjectId;
  readonly company_id: Types.ObjectId;
}

export interface SealedField {
  readonly collection: string;
  readonly field: string;
}

const declared: SealedField[] = [];

export function sealedFields(): readonly SealedField[] {
  return declared;
}

/**
 * Declares a sealed field, so that `npm run secrets:reseal` finds it.
 * @returns the place of the secret of a document; it opens only there
 */
export function declareSealedField(collection: string, field: string): (owner: SecretOwner) => SecretPlace {
  const declaration = { collection, field };
  declared.push(declaration);
  return (owner) => placeOf(declaration, owner);
}

export function placeOf({ collection, field }: SealedField, { _id, company_id }: SecretOwner): SecretPlace {
  return { companyId: company_id.toHexString(), collection, field, documentId: _id.toHexString() };
}
