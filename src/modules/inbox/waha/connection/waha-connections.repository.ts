import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { WahaConnection } from './waha-connection.schema.js';

type Fields = Pick<WahaConnection, 'base_url' | 'api_key'>;

@Injectable()
export class WahaConnectionsRepository extends TenantRepository<WahaConnection> {
  constructor(@InjectModel(WahaConnection.name) model: Model<WahaConnection>) {
    super(model, 'WAHA server');
  }

  ofCompany(scope: CompanyScope): Promise<WahaConnection | null> {
    return this.findOne(scope, {});
  }

  /** @returns null if another request has stored one meanwhile */
  async insert(scope: CompanyScope, _id: Types.ObjectId, fields: Fields): Promise<WahaConnection | null> {
    try {
      return await this.create(scope, { _id, ...fields });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  replace(scope: CompanyScope, _id: Types.ObjectId, fields: Fields): Promise<WahaConnection | null> {
    return this.updateOne(scope, { _id }, { $set: fields });
  }

  async remove(scope: CompanyScope): Promise<void> {
    await this.collection.deleteMany(scope, {});
  }
}
