import type { Types } from 'mongoose';
import type { SecretPlace } from './secret-box.js';

/** A document of one company, as far as its secrets are concerned. */
export interface SecretOwner {
  readonly _id: Types.ObjectId;
  readonly company_id: Types.ObjectId;
}

/** A field of a collection that keeps secrets sealed by the SecretBox. */
export interface SealedField {
  readonly collection: string;
  /** A field of the document itself, in no object or list. */
  readonly field: string;
}

const declared: SealedField[] = [];

/** All that were declared by the modules that are loaded. */
export function sealedFields(): readonly SealedField[] {
  return declared;
}

/**
 * Declares a sealed field, so that `npm run secrets:reseal` finds it.
 * @returns tells where the secret of a document is kept; it opens only there
 */
export function declareSealedField(collection: string, field: string): (owner: SecretOwner) => SecretPlace {
  const declaration = { collection, field };
  declared.push(declaration);
  return (owner) => placeOf(declaration, owner);
}

export function placeOf({ collection, field }: SealedField, { _id, company_id }: SecretOwner): SecretPlace {
  return { companyId: company_id.toHexString(), collection, field, documentId: _id.toHexString() };
}
