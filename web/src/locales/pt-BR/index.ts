import auth from './auth.json';
import common from './common.json';
import inbox from './inbox.json';
import messages from './messages.json';
import profile from './profile.json';

/** The words of this language, by feature. */
export const words = { auth, common, inbox, messages, profile };
