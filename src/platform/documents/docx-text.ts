import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx';

/** Names as the national standard gives them; what stands in for each on a machine without them is in the font table. */
export const DOCX_FONTS = { fang: '仿宋_GB2312', song: '宋体', hei: '黑体', kai: '楷体_GB2312', title: '方正小标宋简体' } as const;
export type DocxFont = keyof typeof DOCX_FONTS;

/** Twentieths of a point. */
export const PT = 20;
/** A millimetre in the same. */
export const MM = 56.7;
export const BODY_SIZE = 16;
/** 225 mm in 22 lines, rounded down: a twentieth of a point more, and the last line goes over to the next page. */
export const PITCH = 579;
export const TYPE_WIDTH = 442.2;

export type LineStyle = {
  readonly font?: DocxFont;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** Line height in points; the pitch of the page unless given. */
  readonly height?: number;
};

function runOf(text: string, style: LineStyle): TextRun {
  const name = DOCX_FONTS[style.font ?? 'fang'];
  const options: IRunOptions = {
    text,
    size: (style.size ?? BODY_SIZE) * 2,
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.color === undefined ? {} : { color: style.color }),
  };
  return new TextRun(options);
}

/** One paragraph in exact line height; text goes in as a value, so markup in it is text. */
export function line(text: string, style: LineStyle = {}, options: Partial<IParagraphOptions> = {}): Paragraph {
  const height = style.height === undefined ? PITCH : style.height * PT;
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    ...options,
    spacing: { line: Math.round(height), lineRule: LineRuleType.EXACT, ...options.spacing },
    children: [runOf(text, style), ...(options.children ?? [])],
  });
}

export function blankLine(): Paragraph {
  return line('');
}

type BodyStyle = LineStyle & {
  readonly indent?: boolean;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
};

/** Body text: justified, first line two characters in. */
export function bodyLine(text: string, style: BodyStyle = {}): Paragraph {
  return line(text, style, {
    ...(style.keepNext === true ? { keepNext: true } : {}),
    alignment: AlignmentType.BOTH,
    ...(style.indent === false ? {} : { indent: { firstLineChars: 200, firstLine: BODY_SIZE * 2 * PT } }),
  });
}

/** A label and what it says: lines that turn go on below the words, never below the label, and are not stretched. */
export function labelled(
  label: string,
  text: string,
  style: LineStyle,
  indent: number,
  options: Partial<IParagraphOptions> = {},
): Paragraph {
  const hanging = Math.round(widthOf(label, style.size ?? BODY_SIZE) * PT);
  return line(`${label}${text}`, style, { indent: { left: indent * PT + hanging, hanging }, ...options });
}

/** Width in points of a line of text: Chinese characters are as wide as high, others about half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.5 : 1), 0) * size;
}
