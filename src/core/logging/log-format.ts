import { format, type Logform } from 'winston';
import { RequestContext } from '../context/index.js';
import { redact, redactText } from './redact.js';

type Line = Logform.TransformableInfo;

const MESSAGE_SYMBOL = Symbol.for('message');

const withContext = format((line: Line): Line => {
  const current = RequestContext.current();
  return current ? { ...line, ...current } : line;
});

const withPlainStack = format((line: Line): Line => {
  const { stack, ...rest } = line;
  const plain = [stack].flat().filter((part) => typeof part === 'string');
  return plain.length > 0 ? { ...line, stack: plain.join('\n') } : rest;
});

const redacted = format((line: Line): Line => {
  const symbols = Object.fromEntries(Object.getOwnPropertySymbols(line).map((key) => [key, (line as never)[key]]));
  return { ...(redact(line) as Line), ...symbols };
});

const prepared = format.combine(withContext(), withPlainStack(), format.timestamp(), redacted());

/** One JSON object for each line. JSON escapes line breaks, so no input can forge a line. */
export const jsonFormat: Logform.Format = format.combine(prepared, format.json());

export function readableFormat(hasColors: boolean): Logform.Format {
  const colorsOf = (level: string): readonly [string, string] => (hasColors ? [COLORS[level] ?? '', RESET] : ['', '']);
  return format.combine(
    prepared,
    format((line: Line): Line => ({ ...line, [MESSAGE_SYMBOL]: readableLine(line, colorsOf(line.level)) }))(),
  );
}

const COLORS: Readonly<Record<string, string>> = {
  fatal: '\u001b[35m',
  error: '\u001b[31m',
  warn: '\u001b[33m',
  info: '\u001b[32m',
  debug: '\u001b[34m',
};
const RESET = '\u001b[39m';

function readableLine(line: Line, [color, reset]: readonly [string, string]): string {
  const { level, message, timestamp, context, requestId, stack, service: _service, ...fields } = line;
  const time = text(timestamp).slice('2026-01-01T'.length, -1);
  const head = `${time} ${color}${level.padEnd(5)}${reset} [${text(context) || 'app'}]`;
  const id = requestId ? ` (${text(requestId)})` : '';
  const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
  return oneLine(`${head} ${text(message)}${rest}${id}`) + stackLines(stack);
}

function stackLines(stack: unknown): string {
  const lines = text(stack).split(/\r?\n/).filter(Boolean);
  return lines.map((each) => `\n    ${oneLine(each.trim())}`).join('');
}

function oneLine(value: string): string {
  return value
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/[\u2028\u2029\u0085]/g, ' ');
}

function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : redactText(JSON.stringify(value));
}
