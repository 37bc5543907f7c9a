/* global document, CSS, EventSource, location, history */
/** The customer's phone: draws what the sandbox keeps, and asks it to play what one does here. */
import { customerItem, el, messageItem, preview } from './render.js';

const PLATFORMS = { whatsapp: 'WhatsApp', facebook: 'Messenger', instagram: 'Instagram' };
const NOTES = { whatsapp: 'Business account', facebook: 'Usually replies instantly', instagram: 'Pet service' };
/** The texts of actions that send the text box, if the box is empty. */
const USUAL_TEXTS = { story_reply: 'So cute!', phone_app_text: 'Answered on the phone' };

const CODES_POLL_MS = 2_000;

const $ = (id) => document.getElementById(id);
const state = {
  channels: [],
  customers: [],
  platform: 'whatsapp',
  channelId: '',
  customerId: '',
  replyTo: null,
  editing: null,
};
/** Messages, typing and unread count by `channel/customer`. */
const chats = new Map();
let stream = null;

function chatOf(channelId, customerId) {
  const key = `${channelId}/${customerId}`;
  if (!chats.has(key)) chats.set(key, { messages: [], typing: false, unread: 0 });
  return chats.get(key);
}

const current = () => chatOf(state.channelId, state.customerId);

async function call(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/__control${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function say(text, isBad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', isBad);
}

async function attempt(work) {
  try {
    await work();
    say('');
  } catch (error) {
    say(error.message, true);
  }
}

const play = (action) =>
  attempt(() => call('/play', { channel_id: state.channelId, customer_id: state.customerId, ...action }));

const actions = {
  react: (message, emoji) =>
    play({ do: 'react', message_id: message.id, emoji: message.reactions.customer === emoji ? null : emoji }),
  unsend: (message) => play({ do: message.isFromPhoneApp ? 'phone_app_revoke' : 'unsend', message_id: message.id }),
  edit: (message) => {
    setReply(null);
    state.editing = message;
    $('replying').hidden = false;
    $('replying-text').textContent = 'Edit the message';
    $('text').value = message.text ?? '';
    $('text').focus();
  },
  press: (message, button) => play({ do: 'press', message_id: message.id, payload: button.payload }),
  reply: (message) => {
    setReply(message);
    $('text').focus();
  },
};

/** Also ends an edit. */
function setReply(message) {
  state.editing = null;
  state.replyTo = message;
  $('replying').hidden = message === null;
  $('replying-text').textContent = message === null ? '' : `Reply to: ${preview(message).slice(0, 60)}`;
}

function drawMessages() {
  const { messages, typing } = current();
  const list = $('messages');
  const seen = messages.findLast((message) => message.from === 'customer' && message.status === 'read');
  const context = (message) => ({ platform: state.platform, messages, isLastSeen: message === seen, actions });
  const empty = el('li', { class: 'empty' }, 'No messages yet. Write the first one: it opens the reply window.');
  const focused = document.activeElement?.closest('[data-id]')?.dataset.id;
  list.replaceChildren(...(messages.length === 0 ? [empty] : messages.map((one) => messageItem(one, context(one)))));
  // A redrawn list must keep the focus of the keyboard.
  if (focused !== undefined) list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  scrollToEnd();
  $('typing').hidden = !typing;
  drawChips(messages.at(-1));
}

function scrollToEnd() {
  $('messages').scrollTop = $('messages').scrollHeight;
}

/** Quick replies belong to the newest message only. */
function drawChips(last) {
  const replies = last?.buttons.filter((button) => button.kind === 'quick_reply') ?? [];
  $('chips').replaceChildren(
    ...replies.map((reply) => el('button', { type: 'button', onclick: () => actions.press(last, reply) }, reply.title)),
  );
}

function drawPanel() {
  document.body.dataset.platform = state.platform;
  $('platforms').replaceChildren(
    ...Object.entries(PLATFORMS).map(([platform, label]) =>
      el(
        'button',
        { type: 'button', 'aria-pressed': String(platform === state.platform), onclick: () => choose({ platform }) },
        label,
      ),
    ),
  );
  const channels = state.channels.filter((channel) => channel.platform === state.platform);
  $('channel-field').hidden = channels.length < 2;
  $('channel').replaceChildren(
    ...channels.map(({ external_id: id, name }) =>
      el('option', { value: id, selected: id === state.channelId }, `${name} (${id})`),
    ),
  );
  drawCustomers();
  const channel = channels.find(({ external_id: id }) => id === state.channelId);
  $('business-name').textContent = channel?.name ?? 'No account';
  $('business-note').textContent = NOTES[state.platform];
  $('owner').textContent = customersHere().find(({ id }) => id === state.customerId)?.name ?? '';
  $('like').textContent = state.platform === 'instagram' ? '❤️' : '👍';
}

const customersHere = () => state.customers.filter((customer) => customer.channelId === state.channelId);

function drawCustomers() {
  const items = customersHere().map((customer) => {
    const { messages, unread } = chatOf(state.channelId, customer.id);
    const isCurrent = customer.id === state.customerId;
    const onSelect = () => choose({ customerId: customer.id });
    return customerItem(customer, { isCurrent, line: preview(messages.at(-1)), unread, onSelect });
  });
  $('customers').replaceChildren(...items);
}

/** Parts that are not given fall back to the first one. */
function choose({ platform = state.platform, channelId, customerId }) {
  const channels = state.channels.filter((channel) => channel.platform === platform);
  const wanted = channelId ?? (platform === state.platform ? state.channelId : undefined);
  const channel = channels.find(({ external_id: id }) => id === wanted) ?? channels[0];
  Object.assign(state, { platform, channelId: channel?.external_id ?? '' });
  const people = customersHere();
  state.customerId = (people.find(({ id }) => id === customerId) ?? people[0])?.id ?? '';
  history.replaceState(null, '', `#${state.platform}/${state.channelId}/${state.customerId}`);
  setReply(null);
  current().unread = 0;
  drawPanel();
  drawMessages();
  listen();
}

/** One stream for all phones; the sandbox marks the open conversation as read. */
function listen() {
  stream?.close();
  const { channelId, customerId } = state;
  stream = new EventSource(
    `/__control/stream?${new URLSearchParams({ channel_id: channelId, customer_id: customerId })}`,
  );
  stream.addEventListener('hello', ({ data }) => {
    Object.assign(chatOf(channelId, customerId), JSON.parse(data));
    say('');
    drawMessages();
    drawCustomers();
  });
  stream.addEventListener('device', ({ data }) => onDevice(JSON.parse(data)));
  stream.addEventListener('error', () => say('The sandbox is not reachable; trying again…', true));
}

function onDevice({ channel_id: channelId, customer_id: customerId, message, typing }) {
  const chat = chatOf(channelId, customerId);
  const isOpen = channelId === state.channelId && customerId === state.customerId;
  if (typing !== undefined) chat.typing = typing;
  if (message !== undefined) {
    const index = chat.messages.findIndex((known) => known.id === message.id);
    if (index >= 0) chat.messages[index] = message;
    else chat.messages.push(message);
    if (index < 0 && message.from === 'business' && !isOpen) chat.unread += 1;
  }
  if (isOpen) drawMessages();
  if (state.customers.some((customer) => customer.id === customerId && customer.channelId === channelId))
    drawCustomers();
  else void attempt(refresh);
}

async function refresh() {
  const { channels, customers } = await call('/state');
  Object.assign(state, { channels, customers });
  drawPanel();
}

/** The codes of the WAHA server, each with a button that scans it. */
async function drawCodes() {
  const sessions = await call('/waha/sessions');
  const waiting = sessions.filter(({ qr }) => qr !== null);
  $('linking').hidden = waiting.length === 0;
  const shown = waiting.map(({ name }) => name).join();
  if (shown === $('codes').dataset.shown) return;
  $('codes').dataset.shown = shown;
  $('codes').replaceChildren(...waiting.map(codeItem));
}

function codeItem({ name, qr }) {
  const scan = () =>
    attempt(async () => {
      await call('/waha/scan', { session: name });
      await Promise.all([refresh(), drawCodes()]);
      choose({ platform: 'whatsapp', channelId: `waha-${name}` });
    });
  return el(
    'li',
    {},
    el('img', { src: qr, alt: `QR code of ${name}`, width: '96', height: '96' }),
    el('button', { type: 'button', onclick: scan }, `Scan the code of ${name}`),
  );
}

function submit() {
  const text = $('text').value.trim();
  if (text === '') return;
  const { editing } = state;
  const replyTo = state.replyTo === null ? {} : { reply_to: state.replyTo.id };
  $('text').value = '';
  setReply(null);
  if (editing === null) void play({ do: 'text', text, ...replyTo });
  else void play({ do: editing.isFromPhoneApp ? 'phone_app_edit' : 'edit', message_id: editing.id, text });
}

async function upload(file) {
  const response = await fetch(`/__control/uploads?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  });
  const { media_id: mediaId, error } = await response.json();
  if (!response.ok) throw new Error(error);
  await play({ do: 'file', media_id: mediaId });
}

function bind() {
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  $('text').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  // Pictures get their height when they are loaded; `load` does not bubble.
  $('messages').addEventListener('load', scrollToEnd, true);
  $('like').addEventListener('click', () => play({ do: 'like' }));
  $('stop-replying').addEventListener('click', () => setReply(null));
  $('attach-menu').addEventListener('click', ({ target }) => {
    const { file, act } = target.dataset;
    if (file === undefined && act === undefined) return;
    $('attach').open = false;
    const usualText = USUAL_TEXTS[act];
    const text = $('text').value.trim() || usualText;
    if (usualText !== undefined) $('text').value = '';
    const played = play(
      file === undefined ? { do: act, ...(usualText === undefined ? {} : { text }) } : { do: 'file', media_id: file },
    );
    // The new number is a new customer in the list.
    if (act === 'change_number') void played.then(() => attempt(refresh));
  });
  $('upload').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    $('attach').open = false;
    target.value = '';
    if (file !== undefined) void attempt(() => upload(file));
  });
  $('channel').addEventListener('change', ({ target }) => choose({ channelId: target.value }));
  $('new-customer').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = $('new-name').value.trim();
    void attempt(async () => {
      const { id } = await call('/customers', { platform: state.platform, channel_id: state.channelId, name });
      $('new-name').value = '';
      await refresh();
      choose({ customerId: id });
    });
  });
}

bind();
setInterval(() => void drawCodes().catch(() => undefined), CODES_POLL_MS);
void drawCodes().catch(() => undefined);
await attempt(async () => {
  await refresh();
  const [platform, channelId, customerId] = decodeURIComponent(location.hash.slice(1)).split('/');
  choose({ platform: platform in PLATFORMS ? platform : 'whatsapp', channelId, customerId });
});
