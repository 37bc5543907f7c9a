import { check, Field, type FieldOptions } from '../../../../core/http/index.js';

/** A field that zod checks later, documented by the component of its schema. */
export const ZodField = (component: string, options: FieldOptions = {}): PropertyDecorator =>
  Field(
    { type: undefined, allOf: [{ $ref: `#/components/schemas/${component}` }] },
    options,
    check('isObject', (value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object'),
  );

export const GraphField = (options: FieldOptions = {}): PropertyDecorator => ZodField('FlowGraph', options);
