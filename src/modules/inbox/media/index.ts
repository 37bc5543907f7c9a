export { MediaModule } from './media.module.js';
export { type DownloadedPicture, PictureDownload } from './picture-download.service.js';
