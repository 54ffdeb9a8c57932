import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { toBuffer } from 'qrcode';
import type { OfficialDocument } from '#law';
import { docxBlocks, receiptTable } from './docx-blocks.ts';
import { corePart, fontTablePart, stillZip, stylesPart, watermarkParts } from './docx-parts.ts';
import { BODY_SIZE, blankLine, DOCX_FONTS, type LineStyle, labelled, line, MM, PITCH, PT, TYPE_WIDTH, widthOf } from './docx-text.ts';
import { type Printable, printable } from './printable.ts';
import { verifyAddress } from './verify-code.ts';

type Part = Paragraph | Table;
const RIGHT = { alignment: AlignmentType.RIGHT };

/** The same document for editing: same order and words as the PDF, never sealed. Equal input gives equal bytes. */
export async function renderDocx(document: OfficialDocument, options: { readonly verifyBaseUrl?: string | null } = {}): Promise<Buffer> {
  const content = printable(document);
  const address = content.verifyCode === null ? null : verifyAddress(options.verifyBaseUrl ?? null, content.verifyCode);
  const qr = address === null ? null : await toBuffer(address, { errorCorrectionLevel: 'M', margin: 1, scale: 4 });
  const children = content.layout === 'letter' ? letter(content, qr) : form(content, qr);
  const parts = [
    corePart(content.title.join(''), content.issuer, document.signature?.on ?? '2000-01-01'),
    stylesPart(),
    fontTablePart(),
    ...(content.demonstration ? watermarkParts() : []),
  ];
  return stillZip(await Packer.toBuffer(page(content, children), undefined, parts));
}

function page(content: Printable, children: readonly Part[]): Document {
  const header = () => new Header({ children: [new Paragraph({})] });
  return new Document({
    title: content.title.join(''),
    creator: content.issuer,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm', header: '15mm', footer: '28mm' },
          },
          // Every line says how high it is: a grid would make the close lines of tables as high as those of the body.
          grid: { type: DocumentGridType.DEFAULT, linePitch: PITCH },
        },
        headers: content.demonstration ? { default: header(), even: header() } : {},
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children,
      },
    ],
  });
}

function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const font = DOCX_FONTS.song;
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font });
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 14 * PT, right: 14 * PT }, children: [number] })] });
}

function letter(content: Printable, qr: Buffer | null): readonly Part[] {
  const above = marks(content);
  return [
    ...verification(content, qr, AT_THE_TOP),
    ...above,
    redHead(content.issuer, above.length),
    blankLine(),
    ...numberLine(content),
    ...title(content.title, { before: 1.5 }),
    ...(content.addressee === null ? [] : [line(`${content.addressee}：`)]),
    ...docxBlocks(content.body, content.signature !== null),
    ...annexNote(content),
    ...signature(content),
    ...closing(content),
  ];
}

function form(content: Printable, qr: Buffer | null): readonly Part[] {
  return [
    line(content.issuer, { font: 'song' }, { alignment: AlignmentType.CENTER }),
    ...title(content.title, { before: 0 }),
    ...(content.number === null ? [] : [line(`编号：${content.number}`, { size: 12, height: 20 }, { alignment: AlignmentType.RIGHT })]),
    ...(content.addressee === null ? [] : [line(`${content.addressee}：`)]),
    ...docxBlocks(content.body),
    ...signature(content),
    ...verification(content, qr),
    ...closing(content),
  ];
}

function marks(content: Printable): readonly Part[] {
  return [content.secrecy, content.urgency].flatMap((mark) => (mark === null ? [] : [line(mark, { font: 'hei' })]));
}

/** In the upper right corner of the type area, where the red head leaves room: nothing of the letter moves down for it. */
const AT_THE_TOP: Partial<IParagraphOptions> = {
  alignment: AlignmentType.CENTER,
  frame: {
    type: 'absolute',
    position: { x: Math.round(154 * MM), y: Math.round(37 * MM) },
    width: Math.round(30 * MM),
    wrap: FrameWrap.NONE,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  },
};

function verification(content: Printable, qr: Buffer | null, where: Partial<IParagraphOptions> = RIGHT): readonly Part[] {
  if (content.verifyCode === null) return [];
  const image = (data: Buffer) =>
    new ImageRun({
      type: 'png',
      data,
      transformation: { width: 64, height: 64 },
      altText: { id: '1', name: '文书核验二维码', description: '文书核验二维码' },
    });
  return [
    ...(qr === null ? [] : [new Paragraph({ ...where, children: [image(qr)] })]),
    ...['核验码', content.verifyCode].map((words) => line(words, { size: 7.5, height: 10.5, font: 'song' }, where)),
  ];
}

/** The upper edge of the red head is 35 mm below that of the type area, however many marks stand between. */
function redHead(issuer: string, above: number): Part {
  const size = Math.max(22, Math.min(40, Math.floor((TYPE_WIDTH / widthOf(issuer, 1)) * 2) / 2));
  return line(
    issuer,
    { font: 'title', size, height: size * 1.3, color: 'E60012' },
    { alignment: AlignmentType.CENTER, spacing: { before: Math.max(0, Math.round(35 * MM - (above + 0.5) * PITCH)) } },
  );
}

/** 文号 centred, or 文号 at the left and 签发人 at the right; the red rule below. */
function numberLine(content: Printable): readonly Part[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 14, color: 'E60012', space: 8 } };
  if (content.signer === null) return [line(content.number ?? '', {}, { alignment: AlignmentType.CENTER, border: rule })];
  const tab = { type: 'right', position: (TYPE_WIDTH - BODY_SIZE) * PT } as const;
  return [
    line(`${content.number ?? ''}\t签发人：${content.signer}`, {}, { tabStops: [tab], indent: { left: BODY_SIZE * PT }, border: rule }),
  ];
}

function title(lines: readonly string[], space: { readonly before: number }): readonly Part[] {
  return lines.map((text, i) =>
    line(
      text,
      { font: 'title', size: 22, height: 33 },
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...(i === 0 ? { before: space.before * PITCH } : {}), ...(i === lines.length - 1 ? { after: PITCH } : {}) },
      },
    ),
  );
}

function annexNote(content: Printable): readonly Part[] {
  const one = content.annexes.length === 1;
  const keep = { keepNext: content.signature !== null };
  const notes = content.annexes.map((annex, i) =>
    labelled(`${i === 0 ? '附件：' : '　　　'}${one ? '' : `${i + 1}. `}`, annex.title, {}, 2 * BODY_SIZE, keep),
  );
  return notes.length === 0 ? [] : [line('', {}, keep), ...notes];
}

/** Name centred over the date, the date four characters from the right edge, both kept with the line before. */
function signature(content: Printable): readonly Part[] {
  if (content.signature === null) return [];
  const { organisation, on } = content.signature;
  const beyond = (widthOf(organisation, BODY_SIZE) - widthOf(on, BODY_SIZE)) / 2;
  const right = Math.max(BODY_SIZE, 4 * BODY_SIZE + Math.max(0, -beyond));
  const nameRight = Math.max(BODY_SIZE, right - beyond);
  const dateRight = beyond > 0 ? nameRight + beyond : right;
  const keep = { alignment: AlignmentType.RIGHT, keepNext: true, keepLines: true };
  return [
    line('', {}, { keepNext: true }),
    line('', {}, { keepNext: true }),
    line(organisation, {}, { ...keep, indent: { right: Math.round(nameRight * PT) } }),
    line(on, {}, { ...keep, keepNext: false, indent: { right: Math.round(dateRight * PT) } }),
  ];
}

const PEOPLE: LineStyle = { size: 14, height: 22 };

function closing(content: Printable): readonly Part[] {
  const handlers = content.handlers.map((handler, i) => labelled(i === 0 ? '经办人：' : '　　　　', handler, PEOPLE, 2 * 14));
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 };
  const copies =
    content.copies === null
      ? []
      : [line(`抄送：${content.copies}`, { size: 14, height: 22 }, { border: { top: edge, bottom: edge }, spacing: { before: PITCH } })];
  return [
    ...(handlers.length === 0 ? [] : [blankLine(), ...handlers]),
    ...(content.contact === null ? [] : [labelled('联系方式：', content.contact, PEOPLE, 2 * 14)]),
    ...(content['receipt-box'] ? [blankLine(), receiptTable()] : []),
    ...content.annexes.flatMap((annex) => [
      line(annex.label, { font: 'hei' }, { pageBreakBefore: true }),
      ...title([annex.title], { before: 0.5 }),
      ...docxBlocks(annex.body),
    ]),
    ...copies,
  ];
}
