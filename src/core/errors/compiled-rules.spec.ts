import type { Type } from '@nestjs/common';
import { plainToInstance, Type as Typed } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsMongoId,
  IsString,
  Length,
  MaxLength,
  ValidateBy,
  ValidateNested,
  validate,
} from 'class-validator';
import fc from 'fast-check';
import { IfPresent, IfPresentOrNull, Trimmed } from '../http/fields/presence.decorators.js';
import { obeysRules } from './compiled-rules.js';

const AT_ONCE = ValidateBy({ name: 'atOnce', validator: { validate: () => true } });
const LATER = ValidateBy({ name: 'later', async: true, validator: { validate: () => Promise.resolve(true) } });

class PartDto {
  @IsString()
  @Length(1, 3)
  name!: string;

  @IfPresent()
  @IsBoolean()
  is_old?: boolean;
}

class WholeDto {
  @IsMongoId()
  id!: string;

  @IfPresent()
  @IsInt()
  count?: number;

  @IfPresentOrNull()
  @IsString()
  @MaxLength(3)
  @Trimmed()
  note?: string | null;

  @IfPresent()
  @IsArray()
  @ArrayMaxSize(2)
  @IsString({ each: true })
  tags?: string[];

  @IfPresent()
  @ValidateNested()
  @Typed(() => PartDto)
  part?: PartDto;

  @IfPresent()
  @IsArray()
  @ValidateNested({ each: true })
  @Typed(() => PartDto)
  parts?: PartDto[];
}

const id = fc.constantFrom('0123456789abcdef01234567', 'F'.repeat(24), 'x', '');
const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, 1.5, [], {}, [[]], ['a', 1], true));
const rightPart = fc.record({ name: fc.string({ minLength: 1, maxLength: 3 }) });
const wrongPart = fc.record({ name: fc.string({ maxLength: 4 }), is_old: anything }, { requiredKeys: [] });
const part = fc.oneof({ weight: 5, arbitrary: rightPart }, { weight: 1, arbitrary: wrongPart });
const fields = {
  id,
  count: fc.integer(),
  note: fc.constantFrom(' abc ', 'abcd', null),
  tags: fc.array(fc.string(), { maxLength: 3 }),
  part,
  parts: fc.array(part, { maxLength: 3 }),
};
const nearlyRight = fc.record(fields, { requiredKeys: ['id'] });
const oneFieldWrong = fc
  .tuple(nearlyRight, fc.constantFrom(...Object.keys(fields), 'unknown'), anything)
  .map(([body, field, value]) => ({ ...body, [field]: value }));

function instanceOf(dto: Type<object>, body: object): object {
  return plainToInstance(dto, body);
}

describe('obeysRules', () => {
  it('accepts exactly the instances in which class-validator finds no error', async () => {
    const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true };
    let accepted = 0;
    const property = fc.asyncProperty(fc.oneof(nearlyRight, oneFieldWrong), async (body) => {
      const instance = instanceOf(WholeDto, body);
      const isRight = obeysRules(instance);
      if (isRight) accepted++;
      expect(isRight).toBe((await validate(instance, options)).length === 0);
    });
    await fc.assert(property, { numRuns: 2_000 });
    expect(accepted).toBeGreaterThan(100);
  });

  it.each(['constructor', 'hasOwnProperty', 'toString'])('refuses %s as a field of a body', (field) => {
    const body = { id: '0123456789abcdef01234567' };
    expect(obeysRules(instanceOf(WholeDto, body))).toBe(true);
    expect(obeysRules(Object.assign(new WholeDto(), body, { [field]: 1 }))).toBe(false);
  });

  it('leaves a class without rules to class-validator', () => {
    class EmptyDto {}
    expect([obeysRules(new EmptyDto()), obeysRules({}), obeysRules([])]).toEqual([false, false, false]);
  });

  it('leaves a rule that has to wait to class-validator', () => {
    class NowDto {
      @AT_ONCE
      field = 1;
    }
    class LaterDto {
      @LATER
      field = 1;
    }
    expect([obeysRules(new NowDto()), obeysRules(new LaterDto())]).toEqual([true, false]);
  });
});
