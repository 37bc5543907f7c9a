import type { SendUsage } from '../../message-sending/index.js';
import { isObject, type JsonObject, objectsOf } from '../../../../core/json/index.js';

const MS_PER_MINUTE = 60_000;
/** So that a wrong header cannot stop a channel for longer. */
const MAX_REGAIN_MINUTES = 24 * 60;
const PERCENTS = ['call_count', 'total_time', 'total_cputime'] as const;

/**
 * Reads `X-App-Usage` and `X-Business-Use-Case-Usage`: the highest of all percentages, and the longest wait. Meta sends
 * them only after many calls. Undefined without them.
 */
export function readUsage(headers: Readonly<Record<string, unknown>>): SendUsage | undefined {
  const app = parse(headers['x-app-usage']);
  const business = Object.values(parse(headers['x-business-use-case-usage']) ?? {}).flatMap(objectsOf);
  const usages = [...(app ? [app] : []), ...business];
  if (usages.length === 0) return undefined;
  const percent = Math.max(...usages.flatMap((usage) => PERCENTS.map((name) => numberIn(usage, name))));
  const minutes = Math.max(...usages.map((usage) => numberIn(usage, 'estimated_time_to_regain_access')));
  return { percent: Math.min(100, percent), regainMs: Math.min(minutes, MAX_REGAIN_MINUTES) * MS_PER_MINUTE };
}

function parse(header: unknown): JsonObject | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(header);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function numberIn(usage: JsonObject, name: string): number {
  const value = Number(usage[name]);
  return Number.isFinite(value) && value > 0 ? value : 0;
}
