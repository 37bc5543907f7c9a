import appointments from './appointments.json';
import auth from './auth.json';
import channels from './channels.json';
import common from './common.json';
import contacts from './contacts.json';
import inbox from './inbox.json';
import messages from './messages.json';
import pets from './pets.json';
import profile from './profile.json';

/** The words of this language, by feature. */
export const words = { appointments, auth, channels, common, contacts, inbox, messages, pets, profile };
