// What a file is, by its first bytes: only PDFs go to PDFium, and what is none is refused in plain words.

/** Junk before the header is tolerated up to here, as other readers do. */
const SEARCH_BYTES = 65_536;

/** In English, and as a code for windows to word. */
type Refusal = { refused: string; code: 'empty' | 'web-page' | 'not-pdf'; params: Record<string, string> };

/** The PDF in these bytes without what stands before its header, or why there is none. */
export function sniffPdf(bytes: Uint8Array): { pdf: Uint8Array } | Refusal {
  if (bytes.length === 0) return { refused: 'The file is empty.', code: 'empty', params: {} };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SEARCH_BYTES));
  const start = head.replace(/^(?:\u00EF\u00BB\u00BF)?[\s\0]*/u, '');
  if (/^<(?:!doctype\s+html|html|head|body)/iu.test(start) || /^<\?xml[^>]*>\s*<(?:!doctype\s+)?html/iu.test(start)) {
    return {
      refused: 'This is a web page, not a PDF: the site may have asked for a log-in instead of sending the file.',
      code: 'web-page',
      params: {},
    };
  }
  const at = head.indexOf('%PDF-');
  if (at >= 0) return { pdf: at === 0 ? bytes : bytes.subarray(at) };
  const shown = start
    .slice(0, 16)
    .replace(/[^\x20-\x7E]+/gu, ' ')
    .trim();
  const refused = shown === '' ? 'This is not a PDF.' : `This is not a PDF: it starts with "${shown}".`;
  return { refused, code: 'not-pdf', params: { shown } };
}
