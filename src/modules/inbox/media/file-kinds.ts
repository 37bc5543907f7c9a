import { fileTypeFromFile, type FileTypeResult } from 'file-type';
import type { AttachmentType, MediaDetails } from '../message-log/index.js';
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES, MAX_RECEIVED_DOCUMENT_BYTES } from './media.constants.js';

/** The type found in the bytes, whatever the sender says. */
export interface SniffedFile {
  extension: string;
  mime: string;
}

/** Pictures that cannot run code in a browser; SVG can. */
const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/heic']);

const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/vnd.android.package-archive',
  'application/x-google-chrome-extension',
  'application/x-ms-shortcut',
  'application/wasm',
  'application/java-vm',
  'application/x-deb',
  'application/x-rpm',
]);

const UNKNOWN: SniffedFile = { extension: 'bin', mime: 'application/octet-stream' };

const isImage = (mime: string): boolean => IMAGES.has(mime);
const isVideo = (mime: string): boolean => mime.startsWith('video/');
/** Voice notes may have the type of a video. */
const isAudio = (mime: string): boolean => mime.startsWith('audio/') || mime === 'video/mp4' || mime === 'video/webm';
const isVisual = (mime: string): boolean => isImage(mime) || isVideo(mime);

const FITTING: Partial<Record<AttachmentType, (mime: string) => boolean>> = {
  image: isImage,
  sticker: isVisual,
  video: isVideo,
  audio: isAudio,
  story: isVisual,
  share: isVisual,
  file: (mime) => !PROGRAMS.has(mime),
};

/** Undefined for text and other files without a signature. */
export async function sniffStoredFile(path: string): Promise<SniffedFile> {
  return sniffed(await fileTypeFromFile(path));
}

function sniffed(type: FileTypeResult | undefined): SniffedFile {
  return type ? { extension: type.ext.replace(/[^a-z0-9]/g, ''), mime: type.mime } : UNKNOWN;
}

export function isOfKind(kind: AttachmentType, { mime }: SniffedFile): boolean {
  return FITTING[kind]?.(mime) ?? false;
}

/** Browsers record voice notes in containers that have the signature of a video. */
export function isSound({ mime }: SniffedFile, { width, duration_sec }: MediaDetails): boolean {
  return (mime === 'video/mp4' || mime === 'video/webm') && width === null && duration_sec !== null;
}

/** The same container by its name for sound. */
export const asSound = ({ mime, extension }: SniffedFile): SniffedFile => ({
  mime: mime.replace('video/', 'audio/'),
  extension: extension === 'mp4' ? 'm4a' : extension,
});

/** Undefined for a file that is not sent. */
export function outgoingKind(file: SniffedFile): 'image' | 'video' | 'audio' | 'file' | undefined {
  if (isImage(file.mime)) return 'image';
  if (isVideo(file.mime)) return 'video';
  if (file.mime.startsWith('audio/')) return 'audio';
  return isOfKind('file', file) ? 'file' : undefined;
}

/** Bytes. */
export function maxBytesOf(kind: AttachmentType): number {
  return kind === 'image' || kind === 'sticker' ? MAX_IMAGE_BYTES : MAX_FILE_BYTES;
}

/** Bytes. Customers may send larger documents. */
export function maxReceivedBytesOf(kind: AttachmentType): number {
  return kind === 'file' ? MAX_RECEIVED_DOCUMENT_BYTES : maxBytesOf(kind);
}

export function isShownInline(mime: string): boolean {
  return isImage(mime);
}
