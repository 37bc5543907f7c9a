import common from './common.json';
import inbox from './inbox.json';

/** The words of the first screens in this language, by feature. */
export const words = { common, inbox };
