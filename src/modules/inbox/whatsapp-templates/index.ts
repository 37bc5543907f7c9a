export { WhatsappTemplatesModule } from './whatsapp-templates.module.js';
