import { MAX_CALLS_PER_COMPANY } from './provider-call-limits.js';

const MAX_CONVERSATIONS = 200;

/** Limits the sweep: a company has at most as many conversations in work as calls. */
export class SweepLimits {
  private readonly companyOf = new Map<string, string>();

  get conversations(): string[] {
    return [...this.companyOf.keys()];
  }

  get fullCompanies(): string[] {
    const counts = Map.groupBy(this.companyOf.values(), (companyId) => companyId);
    return [...counts].filter(([, slots]) => slots.length >= MAX_CALLS_PER_COMPANY).map(([companyId]) => companyId);
  }

  /** False if the conversation is in work or there is no slot for it. */
  take(conversationId: string, companyId: string): boolean {
    if (this.companyOf.has(conversationId) || this.companyOf.size >= MAX_CONVERSATIONS) return false;
    if (this.fullCompanies.includes(companyId)) return false;
    this.companyOf.set(conversationId, companyId);
    return true;
  }

  giveBack(conversationId: string): void {
    this.companyOf.delete(conversationId);
  }
}
