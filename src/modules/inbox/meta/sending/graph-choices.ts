import type { Message } from '../../message-log/index.js';

/** The buttons of a message on Messenger and Instagram. */
export function quickReplies({ buttons }: Message): Record<string, unknown> {
  if (!buttons) return {};
  const replies = buttons.map(({ id: payload, title }) => ({ content_type: 'text', title, payload }));
  return { quick_replies: replies };
}

/** A text with buttons or a list on WhatsApp; undefined for a message without choices. */
export function interactive({ buttons, list }: Message, text: string): Record<string, unknown> | undefined {
  const body = { text };
  if (buttons) {
    const action = { buttons: buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) };
    return { type: 'interactive', interactive: { type: 'button', body, action } };
  }
  if (!list) return undefined;
  const action = { button: list.button, sections: [{ rows: list.rows }] };
  return { type: 'interactive', interactive: { type: 'list', body, action } };
}
