import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { MEDICAL_FIELDS } from '../../assistant-core/index.js';
import { expiryOf, valueKey } from './fact-values.js';
import type { MemoryFact, MemoryField } from './memory-fact.schema.js';
import { MemoryRepository } from './memory.repository.js';

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
  tell(
    scope: CompanyScope,
    { contact_id, pet_id, field, value, conversation_id, message_id }: ToldFact,
  ): Promise<MemoryFact> {
    const isMedical = MEDICAL_FIELDS.some((medical) => medical === field);
    const key = { contact_id, pet_id, field, value_key: valueKey(field, value) };
    const fields = {
      value,
      confidence: CONFIDENCE_OF_CUSTOMER,
      source: { kind: 'customer' as const, conversation_id, message_id, user_id: null },
      expires_at: expiryOf(field, new Date()),
    };
    return this.facts.save(scope, key, fields, isMedical ? 'for_approval' : 'active');
  }
}
