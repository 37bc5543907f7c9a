import type { Types } from 'mongoose';
import type { Message } from '../../../inbox/message-log/index.js';

const PREFIX = 'assistant';

/** The id of a button: `assistant:<turn>:<id of the choice>`. */
export function choiceId(turnId: Types.ObjectId, id: string): string {
  return `${PREFIX}:${turnId.toHexString()}:${id}`;
}

/** The ids of the choices that customers tapped, by the number of the message. */
export function tappedOf(messages: readonly Message[]): Map<number, string> {
  return new Map(
    messages.flatMap(({ seq, context }): [number, string][] => {
      const [prefix, turn, ...id] = context?.button?.payload.split(':') ?? [];
      return prefix === PREFIX && turn !== undefined && id.length > 0 ? [[seq, id.join(':')]] : [];
    }),
  );
}
