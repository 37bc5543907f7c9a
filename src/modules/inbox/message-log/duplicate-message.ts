import { MESSAGE_INDEXES } from './schemas/message.schema.js';

export class DuplicateMessage extends Error {
  constructor(readonly of: keyof typeof MESSAGE_INDEXES) {
    super(`a message with this ${of} exists`);
  }
}

const DUPLICATE_KEY = 11_000;
/** Only the first match is the server's; the values of the document behind it may be anything. */
const VIOLATED_INDEX = / index: (\S+) dup key: /;

/** Any other error is returned unchanged. */
export function asDuplicateMessage(error: unknown): unknown {
  const { code, errmsg = '' } = error as { code?: number; errmsg?: string };
  if (code !== DUPLICATE_KEY) return error;
  const names = Object.keys(MESSAGE_INDEXES) as (keyof typeof MESSAGE_INDEXES)[];
  const index = VIOLATED_INDEX.exec(errmsg)?.[1];
  const violated = names.find((name) => MESSAGE_INDEXES[name] === index);
  return violated ? new DuplicateMessage(violated) : error;
}
