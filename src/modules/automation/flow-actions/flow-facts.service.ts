import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Conversation } from '../../inbox/conversations/index.js';
import type { FlowFacts } from '../flow-core/index.js';

export interface FactsRequest {
  readonly contact_id: Types.ObjectId;
  /** The conversation of the run, as it is stored now. */
  readonly conversation: Conversation;
  /** The appointment that started the flow. Absent: the next one of the contact. */
  readonly appointment_id?: Types.ObjectId;
}

/** Reads what a flow may know. */
@Injectable()
export class FlowFactsService {
  /** @throws AppError NOT_FOUND for a contact or an appointment of another company */
  load(_scope: CompanyScope, _request: FactsRequest): Promise<FlowFacts> {
    return Promise.reject(new Error('The facts of flows are not there yet'));
  }
}
