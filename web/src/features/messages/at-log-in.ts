// These stores delete what another user left in this browser.
import './drafts.ts';
import './reply-quote.ts';

export { resumePending } from './sending.ts';
