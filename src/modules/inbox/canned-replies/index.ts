export { CannedRepliesModule } from './canned-replies.module.js';
export { CannedRepliesRepository } from './canned-replies.repository.js';
