import type { Types } from 'mongoose';

export const PAYMENT_METHODS = ['desk', 'pix', 'boleto', 'card'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** How a customer pays at the desk. */
export const DESK_METHODS = ['cash', 'card', 'transfer'] as const;
export type DeskMethod = (typeof DESK_METHODS)[number];

export const PAYMENT_STATUSES = [
  'pending',
  'confirmed',
  'received',
  'overdue',
  'refunded',
  'cancelled',
  'failed',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const MOVEMENT_KINDS = ['payment', 'refund', 'chargeback'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Money that came in (above 0) or went back (below 0). Movements are only added. */
export interface Movement {
  kind: MovementKind;
  /** In minor units. */
  amount: number;
  at: Date;
  /** The user; null: the provider. */
  by: Types.ObjectId | null;
}

/** `requested`: the provider has not paid it back yet. */
export const REFUND_STATUSES = ['requested', 'done', 'failed'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

export interface Refund {
  _id: Types.ObjectId;
  amount: number;
  status: RefundStatus;
  /** The caller's name for the request. */
  client_key?: string;
  reason: string | null;
  at: Date;
  by: Types.ObjectId | null;
}
