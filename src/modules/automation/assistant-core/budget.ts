import type { ModelTokens } from './model/model.types.js';

/** Cents for a million tokens. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

export interface Spent {
  /** Cents of the company in this month, of the conversation, and of the turn. */
  readonly month: number;
  readonly conversation: number;
  readonly turn: number;
}

/** The most cents; null without a limit. */
export type BudgetLimits = { readonly [Span in keyof Spent]: number | null };

export interface BudgetVerdict {
  readonly brain: 'model' | 'rules';
  /** Where the budget is spent; the assistant then works by rules. */
  readonly notice: `${keyof Spent}_spent` | null;
}

const TOKENS_PER_PRICE = 1_000_000;

export function centsOf({ input, output }: ModelTokens, prices: TokenPrices): number {
  return (input * prices.input + output * prices.output) / TOKENS_PER_PRICE;
}

/** Whether the model may be asked once more. A spent budget never means silence. */
export function budgetOf(spent: Spent, limits: BudgetLimits): BudgetVerdict {
  const isSpent = (span: keyof Spent): boolean => limits[span] !== null && spent[span] >= limits[span];
  const span = (['month', 'conversation', 'turn'] as const).find(isSpent);
  return span ? { brain: 'rules', notice: `${span}_spent` } : { brain: 'model', notice: null };
}
