export { MediaModule } from './media.module.js';
export { PictureDownload } from './picture-download.service.js';
