import { IsByteLength, IsString, MinLength } from 'class-validator';
import { Field, type FieldOptions } from '../../../../core/http/index.js';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../passwords/password-hasher.js';

/** For a password that the user chooses. An old password may be longer. */
export const NewPassword = (options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: String, minLength: MIN_PASSWORD_LENGTH },
    { description: `At most ${MAX_PASSWORD_BYTES} bytes in UTF-8`, ...options },
    IsString(),
    MinLength(MIN_PASSWORD_LENGTH),
    IsByteLength(0, MAX_PASSWORD_BYTES, { message: `$property must not be longer than ${MAX_PASSWORD_BYTES} bytes` }),
  );
