import { type ArgumentMetadata, type Type } from '@nestjs/common';
import { Transform, Type as Typed } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsMongoId, IsString, Length, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { createValidationPipe } from '../../errors/index.js';
import { IfPresent, IfPresentOrNull, Trimmed } from '../field.decorators.js';
import { compileDtoCheck } from './dto-check.js';

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
  note?: string | null;

  @IfPresent()
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Typed(() => PartDto)
  parts?: PartDto[];
}

const pipe = createValidationPipe();

/** Whether the pipe lets a body through with nothing changed. */
async function passesPipe(dto: Type<object>, body: unknown): Promise<boolean> {
  const metadata: ArgumentMetadata = { type: 'body', metatype: dto };
  try {
    return JSON.stringify(await pipe.transform(structuredClone(body), metadata)) === JSON.stringify(body);
  } catch {
    return false;
  }
}

const id = fc.constantFrom('0123456789abcdef01234567', 'F'.repeat(24), 'x', '');
const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, 1.5, [], {}, [[]], true));
const part = fc.record(
  { name: fc.string({ maxLength: 4 }), is_old: fc.oneof(fc.boolean(), anything) },
  { requiredKeys: [] },
);
const fields = { id, count: fc.integer(), note: fc.string(), parts: fc.array(part, { maxLength: 3 }) };
const nearlyRight = fc.record(fields, { requiredKeys: ['id'] });
const oneFieldWrong = fc
  .tuple(nearlyRight, fc.constantFrom(...Object.keys(fields), 'unknown', 'constructor'), anything)
  .map(([body, field, value]) => ({ ...body, [field]: value }));

describe('compileDtoCheck', () => {
  /** class-validator takes a list for a list of parts; the check leaves it to the pipe. */
  const hasListForPart = (body: unknown): boolean => {
    const { parts } = (body ?? {}) as { parts?: unknown };
    return Array.isArray(parts) && parts.some(Array.isArray);
  };

  it('accepts exactly what the validation pipe lets through unchanged', async () => {
    const check = compileDtoCheck(WholeDto);
    let accepted = 0;
    const body = fc.oneof(nearlyRight, oneFieldWrong, anything);
    const property = fc.asyncProperty(body, async (value) => {
      if (check(value)) accepted++;
      expect(check(value)).toBe(!hasListForPart(value) && (await passesPipe(WholeDto, value)));
    });
    await fc.assert(property, { numRuns: 2_000 });
    expect(accepted).toBeGreaterThan(100);
  });

  it('refuses what class-validator takes for known because every object has it', () => {
    const check = compileDtoCheck(WholeDto);
    const body = { id: '0123456789abcdef01234567', hasOwnProperty: 1 };
    expect([check({ id: body.id }), check(body)]).toEqual([true, false]);
  });

  class TrimmedDto {
    @IsString()
    @Trimmed()
    text!: string;
  }
  class ConvertedDto {
    @IsInt()
    @Typed(() => Number)
    count!: number;
  }
  class ReplacedDto {
    @IsString()
    @Transform(() => 'always this')
    text!: string;
  }
  class IdsDto {
    @IsMongoId({ each: true })
    ids!: string[];
  }
  class GroupedDto {
    @IsString({ groups: ['some'] })
    text!: string;
  }
  class UntypedDto {
    @ValidateNested({ each: true })
    parts!: PartDto[];
  }

  it.each(
    [TrimmedDto, ConvertedDto, ReplacedDto, IdsDto, GroupedDto, UntypedDto].map((dto) => [dto.name, dto] as const),
  )('refuses to compile %s rather than leave a rule out', (name, dto) => {
    expect(() => compileDtoCheck(dto)).toThrow(name);
  });
});
