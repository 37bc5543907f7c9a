import type { Type } from '@nestjs/common';
import { SchemaFactory } from '@nestjs/mongoose';
import { type Schema, Types } from 'mongoose';
import { tenantWall } from './tenant-wall.plugin.js';

export interface StoredDocument {
  _id: Types.ObjectId;
  created_at: Date;
  updated_at: Date;
}

export interface TenantOwned {
  company_id: Types.ObjectId;
}

export interface TenantDocument extends StoredDocument, TenantOwned {}

const TIMESTAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** For the wire probe, and for the test that every collection has a side of the wall. */
const TENANCY = Symbol('tenancy');
type Tenancy = 'tenant' | 'platform';

/** For documents of a company: behind the tenant wall, with timestamps. */
export function tenantSchema<T>(cls: Type<T>): Schema<T> {
  const schema = baseSchema(cls, 'tenant');
  schema.add({ company_id: { type: Types.ObjectId, required: true, immutable: true } } as never);
  schema.plugin(tenantWall as never);
  return schema;
}

/** For documents of the installation: sessions, leases, companies. */
export function platformSchema<T>(cls: Type<T>): Schema<T> {
  return baseSchema(cls, 'platform');
}

export function tenancyOf(schema: Schema): Tenancy | undefined {
  return (schema as unknown as Record<symbol, Tenancy | undefined>)[TENANCY];
}

function baseSchema<T>(cls: Type<T>, tenancy: Tenancy): Schema<T> {
  const schema = SchemaFactory.createForClass(cls);
  schema.set('timestamps', TIMESTAMPS);
  schema.set('versionKey', false);
  schema.set('autoIndex', false);
  schema.set('autoCreate', false);
  schema.set('strict', 'throw');
  // `strictQuery: true` would remove an unknown filter key and so widen the filter to everything.
  schema.set('strictQuery', 'throw');
  schema.set('minimize', false);
  Object.defineProperty(schema, TENANCY, { value: tenancy });
  return schema;
}
