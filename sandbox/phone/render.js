/* global document */
/** Draws messages and customers; everything is text or a node, never HTML from outside. */

const REACTIONS = ['❤️', '😂', '👍'];
const NO_STATUS = '';

/** `on…` attributes become listeners. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

export function messageItem(message, { platform, messages, isLastSeen, actions }) {
  const own = message.from === 'customer';
  const classes = ['message', own ? 'own' : '', message.deleted ? 'deleted' : ''].filter(Boolean).join(' ');
  const reactions = Object.values(message.reactions).join('');
  return el(
    'li',
    { class: classes, tabindex: '0', 'data-id': message.id },
    message.deleted ? null : tools(message, platform, own, actions),
    bubble(message, messages),
    reactions === '' ? null : el('span', { class: 'reaction', 'aria-label': `Reaction ${reactions}` }, reactions),
    attachedButtons(message, actions),
    meta(message, platform, own, isLastSeen),
  );
}

function tools(message, platform, own, actions) {
  const react = REACTIONS.map((emoji) =>
    el(
      'button',
      { type: 'button', 'aria-label': `React ${emoji}`, onclick: () => actions.react(message, emoji) },
      emoji,
    ),
  );
  const reply = el('button', { type: 'button', 'aria-label': 'Reply', onclick: () => actions.reply(message) }, '↩');
  const unsend = el('button', { type: 'button', 'aria-label': 'Unsend', onclick: () => actions.unsend(message) }, '✕');
  const edit = el('button', { type: 'button', 'aria-label': 'Edit', onclick: () => actions.edit(message) }, '✎');
  const mayChange = own || message.isFromPhoneApp;
  const mayEdit = mayChange && platform !== 'instagram' && message.text;
  return el('div', { class: 'tools' }, ...react, reply, mayEdit ? edit : null, mayChange ? unsend : null);
}

function bubble(message, messages) {
  if (message.deleted) return el('div', { class: 'bubble' }, 'You unsent a message');
  const quoted = messages.find((other) => other.id === message.replyTo);
  return el(
    'div',
    { class: 'bubble' },
    quoted === undefined ? null : el('span', { class: 'quote' }, preview(quoted)),
    message.story === undefined ? null : el('img', { class: 'story', src: message.story, alt: 'Story' }),
    ...message.attachments.map(attachment),
    message.text,
  );
}

function attachment({ type, url, name }) {
  if (type === 'image' || type === 'sticker') return el('img', { src: url, alt: name ?? 'Picture' });
  if (type === 'audio')
    return el('audio', { controls: true, src: url, preload: 'none', 'aria-label': name ?? 'Voice note' });
  return el('a', { href: url, target: '_blank', rel: 'noreferrer' }, `📎 ${name ?? type}`);
}

/** Quick replies stand above the composer instead. */
function attachedButtons(message, actions) {
  const buttons = message.buttons.filter((button) => button.kind !== 'quick_reply');
  if (buttons.length === 0) return null;
  return el('div', { class: 'buttons' }, ...buttons.map((button) => attachedButton(message, button, actions)));
}

function attachedButton(message, button, actions) {
  const { kind, title, payload } = button;
  if (kind === 'url') return el('a', { href: payload, target: '_blank', rel: 'noreferrer' }, title);
  const press =
    kind === 'copy_code' ? () => navigator.clipboard.writeText(payload) : () => actions.press(message, button);
  return el('button', { type: 'button', onclick: press }, title);
}

function meta(message, platform, own, isLastSeen) {
  const time = new Date(message.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  if (own && message.status === 'failed') {
    return el('span', { class: 'meta failed' }, 'Not delivered: PetBuddy did not take it');
  }
  const status = own ? ownStatus(message, platform, isLastSeen) : NO_STATUS;
  return el('span', { class: 'meta' }, time, status === NO_STATUS ? '' : ' ', status);
}

/** WhatsApp has ticks on every message, Messenger words, Instagram only "Seen" below the last seen one. */
function ownStatus({ status }, platform, isLastSeen) {
  if (platform === 'whatsapp') {
    if (status === 'read') return el('span', { class: 'tick-read', 'aria-label': 'Read' }, '✓✓');
    return el('span', { 'aria-label': status === 'sent' ? 'Sent' : 'Delivered' }, status === 'sent' ? '✓' : '✓✓');
  }
  if (status === 'read') return isLastSeen ? '· Seen' : NO_STATUS;
  if (platform === 'instagram') return NO_STATUS;
  return status === 'sent' ? '○ Sent' : '● Delivered';
}

export function preview(message) {
  if (message === undefined) return '';
  if (message.deleted) return 'Unsent message';
  return message.text || message.attachments[0]?.name || (message.attachments.length > 0 ? 'Attachment' : 'Message');
}

export function customerItem(customer, { isCurrent, line, unread, onSelect }) {
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', 'aria-current': isCurrent ? 'true' : undefined, onclick: onSelect },
      el('img', { src: `/avatars/${customer.id}`, alt: '' }),
      el('span', {}, customer.name, el('small', {}, line || customer.id)),
      unread > 0 ? el('span', { class: 'badge', 'aria-label': `${unread} unread` }, String(unread)) : null,
    ),
  );
}
