import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ReadMark } from './schemas/read-mark.schema.js';

type ReaderMark = Pick<ReadMark, 'user_id' | 'conversation_id' | 'up_to_seq' | 'inbound_count'>;

@Injectable()
export class ReadMarksRepository extends TenantRepository<ReadMark> {
  constructor(@InjectModel(ReadMark.name) model: Model<ReadMark>) {
    super(model, 'Read mark');
  }

  async ofReader(
    scope: CompanyScope,
    userId: Types.ObjectId,
    conversationIds: readonly Types.ObjectId[],
  ): Promise<ReadonlyMap<string, ReadMark>> {
    const marks = await this.collection.find(scope, { user_id: userId, conversation_id: { $in: conversationIds } });
    return new Map(marks.map((mark) => [mark.conversation_id.toHexString(), mark]));
  }

  /** @returns whether the mark moved forward */
  async advance(scope: CompanyScope, mark: ReaderMark): Promise<boolean> {
    const { user_id, conversation_id, up_to_seq, inbound_count } = mark;
    const now = new Date();
    const options = { upsert: true };
    try {
      await this.collection.findOneAndUpdate(
        scope,
        { user_id, conversation_id, up_to_seq: { $lt: up_to_seq } },
        {
          $set: { up_to_seq, inbound_count, updated_at: now },
          $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
        },
        options,
      );
      return true;
    } catch (error) {
      // The upsert collides with a mark that is as far or further.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** @returns whether the mark moved back */
  async rewind(
    scope: CompanyScope,
    { user_id, conversation_id, up_to_seq, inbound_count }: ReaderMark,
  ): Promise<boolean> {
    const further = { user_id, conversation_id, inbound_count: { $gt: inbound_count } };
    const update = { $set: { up_to_seq, inbound_count, updated_at: new Date() } };
    return (await this.collection.findOneAndUpdate(scope, further, update)) !== null;
  }
}
