import { Parts, RawText } from '../../../../core/http/index.js';

/** The most on any platform. A channel may allow fewer. */
export const MAX_BUTTONS = 20;
const MAX_ROWS = 24;
const MAX_ID_LENGTH = 200;
const MAX_TITLE_LENGTH = 100;
const MAX_LINE_LENGTH = 200;

export class ButtonInputDto {
  /** Sent back with the customer's answer. By default its place, from 1. */
  @RawText(MAX_ID_LENGTH, { optional: true, minLength: 1, example: 'yes' })
  id?: string;

  @RawText(MAX_TITLE_LENGTH, { minLength: 1, example: 'Yes, please' })
  title!: string;
}

export class ListRowInputDto extends ButtonInputDto {
  @RawText(MAX_LINE_LENGTH, { optional: true, minLength: 1, example: 'With Ana' })
  description?: string;
}

export class ListInputDto {
  /** The words on the button that opens the list. */
  @RawText(MAX_TITLE_LENGTH, { minLength: 1, example: 'Free times' })
  button!: string;

  @Parts(() => ListRowInputDto, MAX_ROWS, { minItems: 1 })
  rows!: ListRowInputDto[];
}
