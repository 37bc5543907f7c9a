import type { CompanyLocale } from '../../../accounts/companies/index.js';
import { BOOKING_EDGES, bookingParts } from './booking-part.js';
import { drawn, end, type FlowTemplate, handOff, message, serviceIs, tag, windowOpen } from './flow-template.js';
import type { TemplateWords } from './template-words.js';
import { ENGLISH } from './words/en.js';
import { PORTUGUESE } from './words/pt-br.js';

const HOUR_MIN = 60;
const DAY_H = 24;
const DAY_MIN = DAY_H * HOUR_MIN;

const WORDS: Readonly<Record<CompanyLocale, TemplateWords>> = { en: ENGLISH, 'pt-BR': PORTUGUESE };

/** The flow templates in the language of a company. */
export function flowTemplates(locale: CompanyLocale): FlowTemplate[] {
  const words = WORDS[locale];
  return [welcome, vaccination, rebook, checkIn, review, afterHours].map((template) => template(words));
}

function welcome(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.welcome;
  const parts = {
    first: { type: 'trigger' as const, data: { kind: 'first_message' as const } },
    word: { type: 'trigger' as const, data: { kind: 'keyword' as const, words: [...t.words] } },
    hello: message(t.hello),
    menu: message(t.menu, t.book, t.hours, t.person),
    prices: message(t.prices),
    person: handOff(t.reason),
    ...bookingParts(words),
  };
  const edges = ['first.next > hello', 'word.next > hello', 'hello.next > menu', 'menu.choice-1 > find'];
  const others = ['menu.choice-2 > prices', 'prices.next > menu', 'menu.choice-3 > person', 'menu.next > person'];
  return {
    key: 'welcome',
    category: 'welcome',
    ...{ name, description },
    graph: drawn(parts, [...edges, ...others, ...BOOKING_EDGES]),
    scenario: {
      inputs: [{ text: t.words[1] ?? '' }, { choice: 2 }, { choice: 1 }, { choice: 1 }, { choice: 1 }],
      expected: { stop_reason: 'finished', must_visit: ['prices', 'hold', 'booked'], says: [t.menu] },
    },
  };
}

function vaccination(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.vaccination;
  const parts = {
    due: { type: 'trigger' as const, data: { kind: 'appointment_due' as const, minutes_before: 7 * DAY_MIN } },
    valid: { type: 'condition' as const, data: { kind: 'vaccination_valid' as const, variable: 'appointment.date' } },
    fine: end,
    window: windowOpen,
    remind: message(t.text, t.bring, t.question),
    thanks: message(t.thanks),
    question: handOff(t.reason),
    note: tag(t.tag),
  };
  const edges = ['due.next > valid', 'valid.true > fine', 'valid.false > window', 'window.true > remind'];
  const answers = ['remind.choice-1 > thanks', 'remind.choice-2 > question', 'remind.next > question'];
  return {
    key: 'vaccination-reminder',
    category: 'reminders',
    ...{ name, description },
    graph: drawn(parts, [...edges, 'window.false > note', ...answers]),
    scenario: {
      inputs: [{ choice: 1 }],
      expected: { stop_reason: 'finished', must_visit: ['remind', 'thanks'], says: [] },
    },
  };
}

function rebook(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.rebook;
  const parts = {
    visited: { type: 'trigger' as const, data: { kind: 'appointment_completed' as const } },
    groomed: serviceIs(t.services),
    wait: { type: 'delay' as const, data: { minutes: 30 * DAY_MIN } },
    window: windowOpen,
    offer: message(t.text, t.times, t.later),
    fine: message(t.fine),
    note: tag(t.due_tag),
    other: end,
    ...bookingParts(words),
  };
  const edges = ['visited.next > groomed', 'groomed.true > wait', 'groomed.false > other', 'wait.next > window'];
  const answers = ['window.true > offer', 'window.false > note', 'offer.choice-1 > find', 'offer.choice-2 > fine'];
  return {
    key: 'grooming-rebook',
    category: 'reminders',
    ...{ name, description },
    graph: drawn(parts, [...edges, ...answers, 'offer.next > booking_help', ...BOOKING_EDGES]),
    scenario: {
      inputs: [{ at: '2030-07-08T13:00:00Z' }, { choice: 1 }, { choice: 2 }, { choice: 1 }],
      expected: { stop_reason: 'finished', must_visit: ['offer', 'choose', 'booked'], says: [words.booking.choose] },
    },
  };
}

function checkIn(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.check_in;
  const question = (text: string, variable: string, answer: 'text' | 'phone') =>
    ({ type: 'ask', data: { text, variable, answer } }) as const;
  const parts = {
    due: { type: 'trigger' as const, data: { kind: 'appointment_due' as const, minutes_before: 2 * DAY_MIN } },
    window: windowOpen,
    hello: message(t.hello),
    food: question(t.food, 'food', 'text'),
    medicine: question(t.medicine, 'medicine', 'text'),
    phone: question(t.phone, 'emergency_phone', 'phone'),
    done: tag(t.tag),
    thanks: message(t.thanks),
    note: tag(t.due_tag),
  };
  const edges = ['due.next > window', 'window.true > hello', 'window.false > note', 'hello.next > food'];
  const answers = ['food.next > medicine', 'medicine.next > phone', 'phone.next > done', 'done.ok > thanks'];
  const late = ['food', 'medicine', 'phone'].map((id) => `${id}.timeout > note`);
  return {
    key: 'boarding-check-in',
    category: 'booking',
    ...{ name, description },
    graph: drawn(parts, [...edges, ...answers, ...late]),
    scenario: {
      inputs: [{ text: '2 x 100 g' }, { text: '-' }, { text: '+55 11 98888-7777' }],
      expected: { stop_reason: 'finished', must_visit: ['phone', 'done', 'thanks'], says: [] },
    },
  };
}

function review(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.review;
  const parts = {
    visited: { type: 'trigger' as const, data: { kind: 'appointment_completed' as const, once_per_hours: 30 * DAY_H } },
    wait: { type: 'delay' as const, data: { minutes: 2 * HOUR_MIN } },
    window: windowOpen,
    ask: message(t.text, t.good, t.bad),
    link: message(t.link),
    sorry: message(t.sorry),
    person: handOff(t.reason),
    closed: end,
  };
  const edges = ['visited.next > wait', 'wait.next > window'];
  const answers = ['window.true > ask', 'window.false > closed', 'ask.choice-1 > link', 'ask.choice-2 > sorry'];
  return {
    key: 'review-request',
    category: 'reviews',
    ...{ name, description },
    graph: drawn(parts, [...edges, ...answers, 'sorry.next > person', 'ask.next > person']),
    scenario: {
      inputs: [{ at: '2030-06-08T15:00:00Z' }, { choice: 2 }],
      expected: { stop_reason: 'handed_off', must_visit: ['sorry', 'person'], says: [t.sorry] },
    },
  };
}

function afterHours(words: TemplateWords): FlowTemplate {
  const { name, description, ...t } = words.after_hours;
  const trigger = { kind: 'any_message', active_hours: 'closed', once_per_hours: 12 } as const;
  const parts = {
    closed: { type: 'trigger' as const, data: { ...trigger, priority: -10 } },
    hello: message(t.text, t.book, t.leave),
    what: {
      type: 'ask' as const,
      data: { text: t.what, variable: 'note', answer: 'text' as const, timeout_min: 12 * HOUR_MIN },
    },
    note: tag(t.tag),
    thanks: message(t.thanks),
    ...bookingParts(words),
  };
  const edges = ['closed.next > hello', 'hello.choice-1 > find', 'hello.choice-2 > what', 'hello.next > note'];
  const answers = ['what.next > note', 'what.timeout > note', 'note.ok > thanks'];
  return {
    key: 'after-hours',
    category: 'welcome',
    ...{ name, description },
    graph: drawn(parts, [...edges, ...answers, ...BOOKING_EDGES]),
    scenario: {
      inputs: [{ text: '?' }, { choice: 2 }, { text: 'Luna' }],
      expected: { stop_reason: 'finished', must_visit: ['what', 'note', 'thanks'], says: [t.what] },
    },
  };
}
