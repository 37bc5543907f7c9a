export { type FilePlace, type FileSource, FileSources } from './file-sources.js';
export { MediaModule } from './media.module.js';
export { PictureDownload } from './picture-download.service.js';
