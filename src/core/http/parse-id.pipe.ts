import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Types } from 'mongoose';
import { toObjectId } from '../tenancy/index.js';

/** `@Param('id', ParseIdPipe) id: Types.ObjectId`; a malformed id is 400 INVALID_ID. */
@Injectable()
export class ParseIdPipe implements PipeTransform<string, Types.ObjectId> {
  transform(value: string): Types.ObjectId {
    return toObjectId(value, 'id');
  }
}
