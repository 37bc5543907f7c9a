import { moneyText, parseMoney } from '#web/lib/money.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import type { MatrixRow } from './pet-matrix.ts';

/** How a row changes duration or price: not at all, by a difference, or to a value of its own. */
export const CHANGES = ['same', 'more', 'less', 'exact'] as const;
export type Change = (typeof CHANGES)[number];

/** A row of the pet matrix in the form. An empty criterion means any pet. */
export interface MatrixDraft {
  species: string;
  size: string;
  coat: string;
  breed: string;
  time: Change;
  minutes: string;
  cost: Change;
  amount: string;
  refuse: boolean;
}

/** Where amounts are shown and read. */
export interface MoneySettings {
  currency: string;
  locale: string;
}

export const newMatrixRow = (criteria: Partial<MatrixDraft> = {}): MatrixDraft => ({
  ...{ species: '', size: '', coat: '', breed: '', time: 'same', minutes: '', cost: 'same', amount: '', refuse: false },
  ...criteria,
});

export function matrixDraft(row: MatrixRow, { currency, locale }: MoneySettings): MatrixDraft {
  const { species, size, coat, breed, refuse = false } = row;
  const [time, minutes] = changeOf(row.minutes, row.minutes_delta);
  const [cost, amount] = changeOf(row.price, row.price_delta);
  return {
    ...{ species: species ?? '', size: size ?? '', coat: coat ?? '', breed: breed ?? '', refuse, time, cost },
    minutes: time === 'same' ? '' : String(minutes),
    amount: cost === 'same' ? '' : moneyText(amount, currency, locale),
  };
}

function changeOf(instead: number | null | undefined, delta: number | null | undefined): [Change, number] {
  if (typeof delta === 'number') return delta < 0 ? ['less', -delta] : ['more', delta];
  return typeof instead === 'number' ? ['exact', instead] : ['same', 0];
}

/** The row for the API. A value that cannot be read is left out. */
export function matrixRow(draft: MatrixDraft, currency: string): MatrixRow {
  const { time, minutes, cost, amount, refuse } = draft;
  const text = (value: string): string | null => value.trim() || null;
  const [typedMinutes, typedAmount] = [parseWhole(minutes), parseMoney(amount, currency)];
  return {
    species: text(draft.species),
    size: text(draft.size),
    coat: text(draft.coat),
    breed: text(draft.breed),
    minutes: (time === 'exact' && !refuse && typedMinutes) || null,
    minutes_delta: refuse ? null : deltaOf(time, typedMinutes),
    price: cost === 'exact' && !refuse ? (typedAmount ?? null) : null,
    price_delta: refuse ? null : deltaOf(cost, typedAmount),
    refuse,
  };
}

function deltaOf(change: Change, value: number | undefined): number | null {
  if (value === undefined) return null;
  return { more: value, less: -value, same: null, exact: null }[change];
}

export type MatrixProblem = 'noCriterion' | 'noEffect' | 'minutes' | 'amount' | 'twice';

/** What is wrong with the rows, by the field of the form. */
export function matrixProblems(rows: readonly MatrixDraft[], currency: string): Record<string, MatrixProblem> {
  const problems: Record<string, MatrixProblem> = {};
  const keys = rows.map((row) => JSON.stringify([row.species, row.size, row.coat, row.breed]).toLowerCase());
  rows.forEach((row, index) => {
    const { species, size, coat, breed, time, cost, refuse } = row;
    const at = `pet_matrix.${index}`;
    if (!`${species}${size}${coat}${breed}`.trim()) problems[`${at}.species`] = 'noCriterion';
    else if (keys.indexOf(keys[index] ?? '') < index) problems[`${at}.species`] = 'twice';
    if (refuse) return;
    if (time === 'same' && cost === 'same') problems[`${at}.time`] = 'noEffect';
    if (time !== 'same' && !parseWhole(row.minutes)) problems[`${at}.minutes`] = 'minutes';
    if (cost !== 'same' && parseMoney(row.amount, currency) === undefined) problems[`${at}.amount`] = 'amount';
  });
  return problems;
}
