import auth from './auth.json';
import channels from './channels.json';
import common from './common.json';
import inbox from './inbox.json';
import messages from './messages.json';
import profile from './profile.json';

/** The words of this language, by feature. */
export const words = { auth, channels, common, inbox, messages, profile };
