import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { systemComment } from '../tenancy/index.js';
import { placeOf, type SealedField, sealedFields, type SecretOwner } from './sealed-fields.js';
import { SecretBox, SecretBoxError } from './secret-box.js';

export interface ResealReport extends SealedField {
  readonly resealed: number;
  /** Ids of documents whose secret none of the configured keys opens. */
  readonly unreadable: readonly string[];
}

/** Seals stored secrets with the current key, so that older keys can be removed. */
@Injectable()
export class SecretResealer {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly secrets: SecretBox,
  ) {}

  /** May run at any time and repeatedly: a secret that is replaced meanwhile stays as it was replaced. */
  async reseal(): Promise<ResealReport[]> {
    const reports: ResealReport[] = [];
    for (const sealed of sealedFields()) reports.push(await this.resealField(sealed));
    return reports;
  }

  private async resealField({ collection, field }: SealedField): Promise<ResealReport> {
    const documents = this.connection.collection<SecretOwner & Record<string, unknown>>(collection);
    const unreadable: string[] = [];
    let resealed = 0;
    const sealed = documents.find(
      { [field]: { $type: 'string' } },
      { projection: { company_id: 1, [field]: 1 }, comment: systemComment('seal secrets anew') },
    );
    for await (const { _id, company_id, ...fields } of sealed) {
      const before = String(fields[field]);
      try {
        if (!this.secrets.needsRotation(before)) continue;
        const place = placeOf({ collection, field }, { _id, company_id });
        const after = this.secrets.seal(this.secrets.open(before, place), place);
        const { modifiedCount } = await documents.updateOne(
          { _id, company_id, [field]: before },
          { $set: { [field]: after } },
        );
        resealed += modifiedCount;
      } catch (error) {
        if (!(error instanceof SecretBoxError)) throw error;
        unreadable.push(_id.toHexString());
      }
    }
    return { collection, field, resealed, unreadable };
  }
}
