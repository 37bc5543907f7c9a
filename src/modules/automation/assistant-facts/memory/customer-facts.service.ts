import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { MEDICAL_FIELDS } from '../../assistant-core/index.js';
import { expiryOf, valueKey } from './fact-values.js';
import type { MemoryFact, MemoryField } from './memory-fact.schema.js';
import { tooManyFacts } from './memory.errors.js';
import { MAX_FACTS, MemoryRepository } from './memory.repository.js';

/** The assistant may have misread the customer. */
const CONFIDENCE_OF_CUSTOMER = 0.8;

export interface ToldFact {
  readonly contact_id: Types.ObjectId;
  readonly conversation_id: Types.ObjectId;
  readonly message_id: Types.ObjectId | null;
  readonly pet_id: Types.ObjectId;
  readonly field: MemoryField;
  readonly value: string;
}

/** Stores what customers tell the assistant. */
@Injectable()
export class CustomerFacts {
  constructor(private readonly facts: MemoryRepository) {}

  /**
   * Told again, the same fact is only renewed, and stays approved. Of breed and weight the newest counts. What staff have recorded is
   * never overwritten. @throws AppError TOO_MANY_FACTS
   */
  async tell(scope: CompanyScope, { contact_id, pet_id, field, value, ...from }: ToldFact): Promise<MemoryFact> {
    const value_key = valueKey(field, value);
    const same = { contact_id, pet_id, field, value_key };
    if ((await this.facts.countOfContact(scope, contact_id)) >= MAX_FACTS) throw tooManyFacts();
    const { conversation_id, message_id } = from;
    return this.facts.saveTold(scope, same, {
      value,
      confidence: CONFIDENCE_OF_CUSTOMER,
      source: { kind: 'customer', conversation_id, message_id, user_id: null },
      expires_at: expiryOf(field, new Date()),
      firstStatus: MEDICAL_FIELDS.some((medical) => medical === field) ? 'for_approval' : 'active',
    });
  }
}
