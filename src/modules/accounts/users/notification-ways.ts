export const NOTIFICATION_KINDS = [
  'my_message',
  'unassigned_message',
  'mention',
  'assignment',
  'channel_trouble',
  'waitlist_offer',
  'emergency',
  'assistant_budget',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const NOTIFICATION_WAYS = ['toast', 'sound', 'browser', 'push', 'mail'] as const;
export type NotificationWay = (typeof NOTIFICATION_WAYS)[number];

/** The ways in which a user hears of each kind of event. */
export type NotificationWays = Record<NotificationKind, NotificationWay[]>;

/** Only these kinds are sent by mail. */
export const MAILED_KINDS: readonly NotificationKind[] = ['channel_trouble'];

export const DEFAULT_NOTIFICATION_WAYS: Readonly<NotificationWays> = {
  my_message: ['sound', 'push'],
  unassigned_message: ['sound', 'push'],
  mention: ['toast', 'sound', 'push'],
  assignment: ['toast', 'sound', 'push'],
  channel_trouble: ['toast', 'push', 'mail'],
  waitlist_offer: ['toast', 'push'],
  emergency: ['toast', 'sound', 'push'],
  assistant_budget: ['toast', 'push'],
};

/** The user's own ways; the default ways for kinds without a choice. */
export function notificationWaysOf(user: { notification_ways?: Partial<NotificationWays> }): NotificationWays {
  return { ...DEFAULT_NOTIFICATION_WAYS, ...user.notification_ways };
}
