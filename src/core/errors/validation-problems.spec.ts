import type { ArgumentMetadata, Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { AppError } from './app-error.js';
import { createValidationPipe } from './validation.js';

class ToyDto {
  @IsString()
  @MaxLength(3)
  name!: string;
}

class PetDto {
  @IsEmail()
  @MaxLength(20)
  email!: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Max(100)
  limit?: number;

  @IsOptional()
  @Matches(/^[a-z]+$/, { message: 'slug must be lower-case' })
  slug?: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1)
  @ValidateNested({ each: true })
  @Type(() => ToyDto)
  toys?: ToyDto[];
}

const EMAIL = 'a@example.com';

async function refusalOf(dto: Class<object>, body: unknown): Promise<AppError> {
  const metadata: ArgumentMetadata = { type: 'body', metatype: dto };
  return (await createValidationPipe()
    .transform(body, metadata)
    .catch((error: unknown) => error)) as AppError;
}

describe('what is said of input that is not valid', () => {
  it.each<[string, object, string, string]>([
    ['a missing field', {}, 'email', 'email is required'],
    ['another kind of value', { email: 7 }, 'email', 'email must be an e-mail address'],
    [
      'a text that is too long',
      { email: `${'a'.repeat(20)}@example.com` },
      'email',
      'email must be shorter than or equal to 20 characters',
    ],
    ['no number', { email: EMAIL, limit: 'abc' }, 'limit', 'limit must be a whole number'],
    ['a number that is too large', { email: EMAIL, limit: 101 }, 'limit', 'limit must not be greater than 100'],
    ['words of the rule’s own', { email: EMAIL, slug: 'X' }, 'slug', 'slug must be lower-case'],
    ['no list', { email: EMAIL, tags: 'x' }, 'tags', 'tags must be a list'],
    ['a wrong element', { email: EMAIL, tags: ['x', 1] }, 'tags', 'each of tags must be a text'],
    ['a nested field', { email: EMAIL, toys: [{}] }, 'toys.0.name', 'toys.0.name is required'],
    [
      'a nested rule',
      { email: EMAIL, toys: [{ name: 'ball' }] },
      'toys.0.name',
      'toys.0.name must be shorter than or equal to 3 characters',
    ],
    ['an unknown field', { email: EMAIL, colour: 'red' }, 'colour', 'colour is not a known field'],
  ])('%s', async (_, body, field, message) => {
    expect(await refusalOf(PetDto, body)).toMatchObject({
      code: 'VALIDATION_ERROR',
      message,
      details: [{ field, message }],
    });
  });

  it('does not look into a list that is too long', async () => {
    const { details } = await refusalOf(PetDto, { email: EMAIL, toys: [{}, {}] });
    expect(details).toEqual([{ field: 'toys', message: 'toys must contain no more than 1 elements' }]);
  });
});
