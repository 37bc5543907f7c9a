/**
 * Every line at which a test may end the process, named by what has just happened there. They stand where a crash is
 * most awkward: between two writes that belong together, or between a write and telling the outside of it.
 */
export const CRASH_POINT_NAMES = [
  // A delivery of Meta's: the signature is right; its events are stored; the answer is handed to the socket.
  'webhook.verified',
  'webhook.stored',
  'webhook.acknowledged',
  // Applying stored events.
  'lane.acquired',
  'drain.claimed',
  'drain.applied',
  'drain.settling',
  'drain.settled',
  // A customer nobody knows yet.
  'identity.inserted',
  'contact.inserted',
  'conversation.inserted',
  // A message takes its place and is made known.
  'message.inserting',
  'message.inserted',
  'publisher.summarised',
  'publisher.announced',
  'publisher.unmarked',
  // A message goes out.
  'outbox.recorded',
  'outbox.calling',
  'outbox.called',
  'outbox.written',
  'outbox.settled',
  'outbox.reconciled',
  // What the platform reports of it.
  'receipt.advanced',
  'echo.confirmed',
  // A registration: the owner is stored, the company is stored.
  'registration.owner_stored',
  'registration.company_stored',
  // Two contacts become one.
  'merge.intended',
  'merge.claimed',
  'merge.marked',
  'merge.moved',
  'merge.applied',
  // A booking claims its time and becomes certain (src/modules/booking/reservations).
  'booking.intended',
  'booking.claims_stored',
  'booking.claimed',
  'booking.held',
  'booking.confirmed',
  // Somebody else's time has run out: fenced, not yet cleared away; or a booking has died with its claims still there.
  'booking.fenced',
  'booking.dead',
  // A booking moves.
  'booking.move_intended',
  'booking.move_claimed',
  'booking.moved',
  // A series: all times are held; they are noted in it; all are certain; it is undone.
  'series.held',
  'series.noted',
  'series.confirmed',
  'series.undone',
  // The waitlist: a time is held for somebody; it is theirs to take; they are told; they have taken it.
  'waitlist.held',
  'waitlist.offered',
  'waitlist.told',
  'waitlist.accepted',
] as const;

export type CrashPointName = (typeof CRASH_POINT_NAMES)[number];
