import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx';

/** Names as the national standard gives them; what stands in for each on a machine without them is in the font table. */
export const DOCX_FONTS = { fang: '仿宋_GB2312', song: '宋体', hei: '黑体', kai: '楷体_GB2312', title: '方正小标宋简体' } as const;
export type DocxFont = keyof typeof DOCX_FONTS;

/** Twentieths of a point. */
export const PT = 20;
export const BODY_SIZE = 16;
/** 225 mm in 22 lines. */
export const PITCH = 580;
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
    spacing: { line: height, lineRule: style.height === undefined ? LineRuleType.EXACT : LineRuleType.AT_LEAST, ...options.spacing },
    children: [runOf(text, style), ...(options.children ?? [])],
  });
}

export function blankLine(): Paragraph {
  return line('');
}

/** Body text: justified, first line two characters in. */
export function bodyLine(text: string, style: LineStyle & { readonly indent?: boolean } = {}): Paragraph {
  return line(text, style, {
    alignment: AlignmentType.BOTH,
    ...(style.indent === false ? {} : { indent: { firstLineChars: 200, firstLine: BODY_SIZE * 2 * PT } }),
  });
}

/** Width in points of a line of text: Chinese characters are as wide as high, others about half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.5 : 1), 0) * size;
}
