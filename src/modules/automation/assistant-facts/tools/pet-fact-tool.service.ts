import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type ArgsOf, type ValueOf } from '../../assistant-core/index.js';
import type { ToolContext } from '../facts/facts.types.js';
import { factValue } from '../memory/fact-values.js';
import { CustomerFacts } from '../memory/customer-facts.service.js';
import { OwnedByCustomer } from './owned.service.js';
import { ToolFailure } from './tool-failure.js';

/** Remembers what a customer tells about a pet. */
@Injectable()
export class PetFactTool {
  constructor(
    private readonly facts: CustomerFacts,
    private readonly owned: OwnedByCustomer,
  ) {}

  /** Repeatable. @throws ToolFailure UNKNOWN_ALIAS | BAD_VALUE | AppError TOO_MANY_FACTS */
  async save(
    scope: CompanyScope,
    context: ToolContext,
    { pet: alias, field, value: text }: ArgsOf<'upsert_pet_fact'>,
  ): Promise<ValueOf<'upsert_pet_fact'>> {
    const pet = await this.owned.pet(scope, context, alias);
    const value = factValue(field, text);
    if (value === null) throw new ToolFailure('BAD_VALUE', `"${text}" is not a valid ${field}`);
    const { status } = await this.facts.tell(scope, { ...context, pet_id: pet._id, field, value });
    return { status: status === 'active' ? 'saved' : 'for_approval' };
  }
}
