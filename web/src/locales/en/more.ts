import appointments from './appointments.json';
import auth from './auth.json';
import calendar from './calendar.json';
import changes from './changes.json';
import channels from './channels.json';
import company from './company.json';
import contacts from './contacts.json';
import dashboard from './dashboard.json';
import imports from './imports.json';
import labels from './labels.json';
import messages from './messages.json';
import notifications from './notifications.json';
import people from './people.json';
import pets from './pets.json';
import profile from './profile.json';
import reminders from './reminders.json';
import search from './search.json';
import selection from './selection.json';
import settings from './settings.json';
import shortcuts from './shortcuts.json';
import templates from './templates.json';
import waitlist from './waitlist.json';

/** The words of the pages that are loaded on demand (see `withMoreWords`), by feature. */
export const moreWords = {
  appointments,
  auth,
  calendar,
  changes,
  channels,
  company,
  contacts,
  dashboard,
  imports,
  labels,
  messages,
  notifications,
  people,
  pets,
  profile,
  reminders,
  search,
  selection,
  settings,
  shortcuts,
  templates,
  waitlist,
};
