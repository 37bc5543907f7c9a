import { AppError } from '../../../core/errors/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { type ChoiceLimits, kindsOfPlatform } from '../channels/index.js';
import type { ListRow, MessageChoices } from '../message-log/index.js';

/** Customers understand this word in every language of the product. */
const DEFAULT_LIST_BUTTON = 'Menu';

type WithChoices = MessageChoices & { readonly content: string };

/** The text with a numbered line for each choice, for platforms without buttons or lists. */
export function numberedText({ content, buttons = [], list }: WithChoices): string {
  const rows = list?.rows ?? buttons.map(({ title }) => ({ title, description: undefined }));
  if (rows.length === 0) return content;
  const lines = rows.map(({ title, description }, index) =>
    description ? `${index + 1}. ${title}: ${description}` : `${index + 1}. ${title}`,
  );
  return `${content}\n\n${lines.join('\n')}`;
}

/** The text as the platform shows it. All have buttons; without lists, a list becomes numbered lines. */
export function shownText(platform: string, message: WithChoices): string {
  const hasLists = kindsOfPlatform(platform).some(({ choiceLimits }) => choiceLimits?.list);
  const hasButtons = kindsOfPlatform(platform).some(({ choiceLimits }) => choiceLimits);
  const isShown = message.list ? hasLists : hasButtons;
  return isShown ? message.content : numberedText(message);
}

/**
 * Checks the choices against all channel kinds of the platform.
 * @throws AppError CHOICES_DO_NOT_FIT with `{platform, field, limit, value}`
 */
export function assertChoicesFit(platform: Platform, message: WithChoices): void {
  for (const { choiceLimits } of kindsOfPlatform(platform)) {
    if (!choiceLimits) continue;
    for (const [field, limit, value] of sizesOf(message, choiceLimits)) {
      if (value <= limit) continue;
      const what = `${field} may have at most ${limit} on ${platform}, but has ${value}. Shorten or remove some`;
      throw new AppError('CHOICES_DO_NOT_FIT', 422, what, { platform, field, limit, value });
    }
  }
}

/**
 * The form in which the channel kinds of the platform can show these choices: buttons, else a list, else numbered
 * lines in the text. Kinds without choices do not count: their senders number the choices themselves.
 * @param listButton the word that opens a list; if it is given, a list comes before buttons
 */
export function fitChoices(
  platform: Platform,
  content: string,
  choices: readonly ListRow[],
  listButton?: string,
): WithChoices {
  if (choices.length === 0) return { content };
  const buttons = { content, buttons: choices.map(({ id, title }) => ({ id, title })) };
  const list = { content, list: { button: listButton ?? DEFAULT_LIST_BUTTON, rows: [...choices] } };
  const forms = listButton === undefined ? [buttons, list] : [list, buttons];
  const limits = kindsOfPlatform(platform).flatMap(({ choiceLimits }) => choiceLimits ?? []);
  const shown = forms.find((form) => limits.length > 0 && limits.every((each) => isShown(form, each)));
  return shown ?? { content: numberedText(buttons) };
}

function isShown(form: WithChoices, limits: ChoiceLimits): boolean {
  if (form.list && !limits.list) return false;
  return sizesOf(form, limits).every(([, limit, value]) => value <= limit);
}

type Size = [field: string, limit: number, value: number];

function sizesOf({ content, buttons, list }: WithChoices, limits: ChoiceLimits): Size[] {
  const isShownAsChoices = buttons !== undefined || (list && limits.list);
  const ofText: Size[] = isShownAsChoices && limits.text ? [['content', limits.text, [...content].length]] : [];
  const ofButtons: Size[] = buttons
    ? [
        ['buttons', limits.buttons, buttons.length],
        ...buttons.map(({ title }): Size => ['buttons.title', limits.buttonTitle, title.length]),
      ]
    : [];
  if (!list || !limits.list) return [...ofText, ...ofButtons];
  const { rows, rowTitle, rowDescription, button } = limits.list;
  return [
    ...ofText,
    ['list.button', button, list.button.length],
    ['list.rows', rows, list.rows.length],
    ...list.rows.flatMap(({ title, description = '' }): Size[] => [
      ['list.rows.title', rowTitle, title.length],
      ['list.rows.description', rowDescription, description.length],
    ]),
  ];
}
