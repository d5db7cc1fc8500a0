// A survey's bytes as text, with the name of their encoding. The bytes themselves are kept elsewhere, so nothing
// here needs to be reversible.

import type { SurveyWarning } from '#shared/surveys.ts';
import { warning } from './parse/warnings.ts';

/** Encodings a survey may come in. `utf-8-bom` is UTF-8 behind a byte order mark. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Text without its byte order mark; line ends as they are. Lines of warnings are 1-based. */
export type Decoded = { text: string; encoding: Encoding; warnings: SurveyWarning[] };

/** Reads bytes by their mark, else as strict UTF-8, else as UTF-16 without a mark, else as GB18030, else as damaged UTF-8. */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return lossy('utf-8-bom', 'utf-8', bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return lossy('utf-16le', 'utf-16le', bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return lossy('utf-16be', 'utf-16be', bytes.subarray(2));
  const unmarked = wideWithoutMark(bytes);
  if (unmarked !== null) {
    const decoded = lossy(unmarked, unmarked, bytes);
    decoded.warnings.unshift(warning(1, 'no-byte-order-mark', { encoding: unmarked.toUpperCase() }));
    return decoded;
  }
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: [] };
  const chinese = mostlyUtf8(bytes) ? null : strict('gb18030', bytes);
  if (chinese !== null && looksChinese(chinese)) return { text: chinese, encoding: 'gb18030', warnings: [] };
  return lossy('utf-8', 'utf-8', bytes);
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not this encoding; the caller tries the next.
    return null;
  }
}

/** Decodes whatever comes, and says on which lines something could not be read. */
function lossy(encoding: Encoding, label: string, bytes: Uint8Array): Decoded {
  const whole = strict(label, bytes);
  if (whole !== null) return { text: whole, encoding, warnings: [] };
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, i) => (line.includes('\uFFFD') ? [i + 1] : []));
  const params = { encoding: label.toUpperCase(), lines: Math.max(1, lines.length) };
  return { text, encoding, warnings: [warning(lines[0] ?? 1, 'bad-bytes', params)] };
}

/** UTF-16 without a mark shows by zero bytes at every other place of ASCII text. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 20 && even === 0) return 'utf-16le';
  return even > sample.length / 20 && odd === 0 ? 'utf-16be' : null;
}

/** UTF-8 with a few damaged places: most of what is not ASCII decodes. (Read as GB18030 it would be plausible nonsense.) */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (const char of new TextDecoder('utf-8').decode(bytes)) {
    if (char === '\uFFFD') bad += 1;
    else if (char > '\u007F') good += 1;
  }
  return good > bad * 4;
}

/** GB18030 decodes nearly any bytes: believe it only where common Han characters make up what is not ASCII. */
function looksChinese(text: string): boolean {
  let han = 0;
  let strange = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef))
      han += 1;
    else if (
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      (code >= 0x3400 && code <= 0x4dbf) ||
      code > 0xffff
    )
      strange += 3;
    else strange += 1;
  }
  return han > 0 && han > strange * 3;
}
