import { AppError } from '../../../core/errors/index.js';
import type { ListRowInputDto } from './dto/message-choices.dto.js';
import type { CreateMessageDto } from './dto/message.dto.js';
import type { ListRow, MessageChoices } from '../message-log/index.js';

type Input = Pick<CreateMessageDto, 'buttons' | 'list'>;

/** Gives each choice an id. */
export function choicesOf({ buttons, list }: Input): MessageChoices {
  return {
    ...(buttons && { buttons: withIds(buttons) }),
    ...(list && { list: { button: list.button, rows: withIds(list.rows) } }),
  };
}

function withIds(choices: readonly ListRowInputDto[]): ListRow[] {
  return choices.map(({ id, title, description }, index) => ({
    id: id ?? String(index + 1),
    title,
    ...(description !== undefined && { description }),
  }));
}

/** @throws AppError VALIDATION_ERROR */
export function assertChoicesValid({ buttons, list, content, direction }: CreateMessageDto): void {
  if (!buttons && !list) return;
  const field = buttons ? 'buttons' : 'list';
  const refuse = (message: string): never => {
    throw AppError.validation([{ field, message }]);
  };
  if (buttons && list) refuse('give buttons or a list, not both');
  if (direction !== 'outbound') refuse('only outbound messages can have choices');
  if (!content?.trim()) refuse('choices need content');
  const { buttons: stored = [], list: storedList } = choicesOf({ buttons, list });
  const ids = [...stored, ...(storedList?.rows ?? [])].map(({ id }) => id);
  if (new Set(ids).size < ids.length) refuse('each choice needs a different id');
}

export function isSameChoices(stored: MessageChoices, input: Input): boolean {
  const { buttons, list } = stored;
  return (
    JSON.stringify(choicesOf({ ...(buttons && { buttons }), ...(list && { list }) })) ===
    JSON.stringify(choicesOf(input))
  );
}
