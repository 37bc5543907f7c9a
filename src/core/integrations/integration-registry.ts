import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../tenancy/index.js';

/** `off`: a person switched it off, or it is not connected. `attention`: it needs a person. */
export const INTEGRATION_STATES = ['live', 'attention', 'off'] as const;
export type IntegrationState = (typeof INTEGRATION_STATES)[number];

/** Times are null until the thing has happened. */
export interface IntegrationHealth {
  readonly last_success_at: Date | null;
  /** In plain words, with the next step where one is known; null while all is well. */
  readonly last_error: { readonly message: string; readonly at: Date } | null;
}

/** One integration of a company. */
export interface IntegrationCard {
  /** Unique among the integrations of the company. */
  readonly id: string;
  /** The kind, for instance `channel` or `outgoing_webhook`. */
  readonly kind: string;
  readonly name: string;
  readonly state: IntegrationState;
  readonly health: IntegrationHealth;
}

/** A module with integrations. */
export interface IntegrationSource {
  readonly kind: string;
  cardsOf(scope: CompanyScope): Promise<readonly IntegrationCard[]>;
}

/** All integrations of a company. A module registers its own in `onModuleInit`. */
@Injectable()
export class IntegrationRegistry {
  private readonly sources: IntegrationSource[] = [];

  /** @throws Error if the kind is taken */
  register(source: IntegrationSource): void {
    if (this.sources.some(({ kind }) => kind === source.kind)) throw new Error(`"${source.kind}" is registered twice`);
    this.sources.push(source);
  }

  async cardsOf(scope: CompanyScope): Promise<IntegrationCard[]> {
    const cards = await Promise.all(this.sources.map((source) => source.cardsOf(scope)));
    return cards.flat();
  }
}
