import { TextDecoder } from 'node:util';
import { ChanceryError, type Problem } from '../problems.ts';

/** A text and what was odd about its bytes. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** How files that hold no text begin. */
const BINARY_MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive (or a Word, Excel or EPUB file)'],
  ['\xD0\xCF\x11\xE0', 'an old Microsoft Office file'],
  ['\x89PNG', 'a PNG image'],
  ['\xFF\xD8\xFF', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a RIFF file (sound, video or WebP)'],
  ['\x7FELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format 3\x00', 'an SQLite database'],
  ['7z\xBC\xAF', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\x28\xB5\x2F\xFD', 'a zstd archive'],
  ['BZh9', 'a bzip2 archive'],
  ['\xFD7zXZ', 'an xz archive'],
  ['OggS', 'an Ogg file'],
  ['ID3', 'an MP3 file'],
  ['PAR1', 'a Parquet file'],
  ['{\\rtf', 'an RTF file'],
];

/** Throws `read/binary` where bytes begin like a file that is no text, or hold NULs without being UTF-16. */
export function refuseBinary(head: Uint8Array, file: string): void {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  const kind = BINARY_MAGIC.find(([magic]) => start.startsWith(magic))?.[1];
  const isBinary = kind !== undefined || (byteOrderMark(head) === null && head.includes(0));
  if (!isBinary) return;
  throw new ChanceryError('read/binary', `It is ${kind ?? 'a binary file'}, not text.`, {
    at: { file },
    expected: ['plain text', 'HTML', 'JSONL', 'a feed'],
    hint: 'Export its text first; UTF-16 needs a byte order mark.',
  });
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * Turns bytes into text: by their byte order mark, else by the charset that a server or page declares, else as UTF-8.
 * Bytes that are not what they should be are read as windows-1252 or with the broken ones replaced, and a problem says so; throws `read/encoding` when too many are broken.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null, file: string): Decoded {
  const mark = byteOrderMark(bytes);
  const label = mark ?? declared ?? 'utf-8';
  const decode = decoderFor(label);
  if (!decode) return decodeOtherwise(bytes, file, 'read/unknown-charset', `The charset "${label}" is not known.`);
  const text = tryDecode(decode, bytes);
  if (text !== null) return { text, problems: [] };
  if (label === 'utf-8') return mendUtf8(bytes, file);
  if (mark !== null) return mendMarked(bytes, label);
  return decodeOtherwise(
    bytes,
    file,
    'read/wrong-charset',
    `The text is not in the charset "${label}" that it declares.`,
  );
}

function decodeOtherwise(bytes: Uint8Array, file: string, code: string, message: string): Decoded {
  return withProblem(decodeBytes(bytes, null, file), code, message);
}

/** UTF-16 that breaks off, or holds half a pair. */
function mendMarked(bytes: Uint8Array, label: string): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  return withProblem({ text, problems: [] }, 'read/broken-utf16', 'Broken UTF-16 sequences became "\uFFFD".');
}

/** Some Node versions read windows-1252 as ISO 8859-1, so that its quotes become control characters: these are set right here. */
const WESTERN_LABELS = ['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii', 'cp1252'];
const C1_IN_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeWestern(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009F]/g, (control) => C1_IN_1252[control.charCodeAt(0) - 0x80]!);
}

type Decode = (bytes: Uint8Array) => string;

/** Null where no decoder has that name. */
function decoderFor(label: string): Decode | null {
  if (WESTERN_LABELS.includes(label.toLowerCase())) return decodeWestern;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return (bytes) => decoder.decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null where the bytes are not in that encoding. */
function tryDecode(decode: Decode, bytes: Uint8Array): string | null {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** More broken bytes than one in this many characters, and the text cannot be trusted. */
const MAX_BROKEN_SHARE = 1 / 200;

function mendUtf8(bytes: Uint8Array, file: string): Decoded {
  const replaced = new TextDecoder('utf-8').decode(bytes);
  const broken = replaced.split('\uFFFD').length - 1;
  const sound = (replaced.match(/[\u0080-\uFFFC]/g) ?? []).length;
  if (sound <= broken && fitsWestern(bytes)) {
    const text = decodeWestern(bytes);
    return withProblem({ text, problems: [] }, 'read/not-utf8', 'The text is not UTF-8; it was read as windows-1252.');
  }
  if (broken / replaced.length <= MAX_BROKEN_SHARE) {
    return withProblem(
      { text: replaced, problems: [] },
      'read/broken-utf8',
      `${broken} broken UTF-8 sequence${broken === 1 ? '' : 's'} became "\uFFFD".`,
    );
  }
  throw new ChanceryError('read/encoding', 'The text is neither UTF-8 nor windows-1252.', {
    at: { file },
    hint: 'Save it as UTF-8.',
  });
}

/** Western text in windows-1252 has a few letters and quotes above 127, and none of the codes that stand for nothing. */
function fitsWestern(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  const isUnassigned = (byte: number) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);
  return high.length <= bytes.length * 0.3 && !high.some(isUnassigned);
}

function withProblem(decoded: Decoded, code: string, message: string): Decoded {
  return { ...decoded, problems: [{ code, message, span: null }, ...decoded.problems] };
}
