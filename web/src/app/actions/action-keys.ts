/**
 * The key of each action, outside of inputs. `g i` is G, then I; `mod+k` is Ctrl or Cmd with K, and works in inputs too.
 * A test fails where two actions share a key.
 */
export const ACTION_KEYS = {
  'app.commands': 'mod+k',
  'app.shortcuts': '?',
  'go.inbox': 'g i',
  'go.calendar': 'g c',
  'go.contacts': 'g p',
  'go.profile': 'g u',
  'search.everything': 'g s',
  book: 'b',
  'go.settings': 'g ,',
  'go.today': 'g t',
  'go.team': 'g w',
  'go.channels': 'g h',
  'go.cannedReplies': 'g r',
  'inbox.next': 'j',
  'inbox.previous': 'k',
  'inbox.search': '/',
  'inbox.select': 'x',
  'inbox.unselect': 'Escape',
  'conversation.reply': 'r',
  'conversation.quote': 'q',
  'conversation.note': 'n',
  'conversation.resolve': 'e',
  'conversation.snooze': 's',
  'conversation.assign': 'a',
  'conversation.take': 'i',
  'conversation.label': 'l',
  'conversation.unread': 'u',
  'conversation.priority': 'p',
  'conversation.contact': ']',
  'calendar.today': 't',
  'calendar.day': 'd',
  'calendar.week': 'w',
  'calendar.move': 'm',
  'app.undo': 'z',
} as const;

export type ActionId = keyof typeof ACTION_KEYS;
