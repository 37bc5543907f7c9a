/** Small real files, whose bytes match their MIME type. */
import { crc32, deflateSync } from 'node:zlib';

export interface MediaFile {
  name: string;
  mime: string;
  bytes: Buffer;
}

export type Colour = readonly [red: number, green: number, blue: number];
type Pixel = (x: number, y: number) => Colour;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function png(width: number, height: number, pixel: Pixel): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) row.set(pixel(x, y), 1 + x * 3);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits a channel, colour type 2 (RGB).
  head.set([8, 2], 8);
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([PNG_SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** Ellipses: centre x, centre y, radius x, radius y, as parts of the width. */
const PAW = [
  [0.5, 0.55, 0.15, 0.13],
  [0.29, 0.4, 0.065, 0.09],
  [0.43, 0.27, 0.065, 0.09],
  [0.57, 0.27, 0.065, 0.09],
  [0.71, 0.4, 0.065, 0.09],
] as const;

function pawPicture(size: number, ground: Colour): Buffer {
  const [red, green, blue] = ground;
  return png(size, size, (x, y) => {
    const [u, v] = [x / size, y / size];
    if (PAW.some(([cx, cy, rx, ry]) => ((u - cx) / rx) ** 2 + ((v - cy) / ry) ** 2 < 1)) return [248, 248, 246];
    const light = 1 - 0.25 * v;
    return [red * light, green * light, blue * light];
  });
}

/** A JPEG of a single pixel. */
const TINY_JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////' +
  'wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

/** Three seconds of silence as Opus in Ogg, like a voice note of WhatsApp. */
const SILENT_VOICE =
  'T2dnUwACAAAAAAAAAADnJLu3AAAAAFPUwhYBE09wdXNIZWFkAQE4AYC7AAAAAABPZ2dTAAAAAAAAAAAAAOcku7cBAAAAKNuk2gEiT3B1c1RhZ3' +
  'MSAAAATWVkaWFidW5ueSB2MS42MS4wAAAAAE9nZ1MABIAyAgAAAAAA5yS7twIAAAC9+fBQlgMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMD' +
  'AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw' +
  'MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA/j//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj/' +
  '/vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//v' +
  'j//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj/' +
  '/vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//v' +
  'j//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj/' +
  '/vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//vj//g==';

function pdf(): Buffer {
  const text = 'BT /F1 18 Tf 20 60 Td (Vaccination record) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 240 120] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1');
}

/** The start of a Windows program, for a file that pretends to be a picture. */
function exe(): Buffer {
  const bytes = Buffer.alloc(256);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  return bytes;
}

const PICTURE_SIZE = 240;

/** Served under `/cdn/<name>`, and known as WhatsApp media by that name. */
export const MEDIA_FILES: readonly MediaFile[] = [
  { name: 'pixel.png', mime: 'image/png', bytes: png(1, 1, () => [255, 128, 0]) },
  { name: 'paw-green.png', mime: 'image/png', bytes: pawPicture(PICTURE_SIZE, [52, 152, 110]) },
  { name: 'paw-orange.png', mime: 'image/png', bytes: pawPicture(PICTURE_SIZE, [240, 140, 40]) },
  { name: 'story.png', mime: 'image/png', bytes: pawPicture(PICTURE_SIZE, [120, 84, 200]) },
  { name: 'photo.jpg', mime: 'image/jpeg', bytes: Buffer.from(TINY_JPEG, 'base64') },
  { name: 'vaccination.pdf', mime: 'application/pdf', bytes: pdf() },
  { name: 'voice.ogg', mime: 'audio/ogg', bytes: Buffer.from(SILENT_VOICE, 'base64') },
];

export const EXE_BYTES = exe();
