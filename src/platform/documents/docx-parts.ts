import { BODY_SIZE, DOCX_FONTS } from './docx-text.ts';
import { WATERMARK } from './printable.ts';

/** A part of the package that we write ourselves because the library's own carries a clock or a random id. */
export type DocxPart = { readonly path: string; readonly data: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** No PDF/A here, but the same rule: the day is the document's own, never the clock's. */
export function corePart(title: string, issuer: string, day: string): DocxPart {
  const at = `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified>`;
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  return {
    path: 'docProps/core.xml',
    data: `${XML}<cp:coreProperties ${names}><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(issuer)}</dc:creator>${at}</cp:coreProperties>`,
  };
}

/** What holds for every paragraph: body font and size, Chinese, and no room between Chinese and other signs, as in the PDF. */
export function stylesPart(): DocxPart {
  const font = DOCX_FONTS.fang;
  const fonts = `<w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/>`;
  const size = `<w:sz w:val="${BODY_SIZE * 2}"/><w:szCs w:val="${BODY_SIZE * 2}"/>`;
  const run = `<w:rPrDefault><w:rPr>${fonts}${size}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`;
  const close = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';
  const paragraph = `<w:pPrDefault>${close}</w:pPrDefault>`;
  // Some word processors read this only from a style.
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${close}</w:style>`;
  return {
    path: 'word/styles.xml',
    data: `${XML}<w:styles xmlns:w="${W}"><w:docDefaults>${run}${paragraph}</w:docDefaults>${normal}</w:styles>`,
  };
}

/** What stands in for each font, in this order, and by what other machines know a face like it. */
type Alternatives = readonly [alternatives: string, family: string, panose: string];
const ALTERNATIVES: Readonly<Record<string, Alternatives>> = {
  仿宋_GB2312: ['仿宋,FangSong,STFangsong,FandolFang,Noto Serif CJK SC', 'roman', '02010609060101010101'],
  楷体_GB2312: ['楷体,KaiTi,STKaiti,FandolKai,Noto Serif CJK SC', 'roman', '02010609030101010101'],
  方正小标宋简体: ['方正小标宋_GBK,宋体,SimSun,STSong,FandolSong,Noto Serif CJK SC', 'roman', '02010600030101010101'],
  黑体: ['SimHei,STHeiti,FandolHei,Noto Sans CJK SC', 'swiss', '02010609060101010101'],
  宋体: ['SimSun,STSong,FandolSong,Noto Serif CJK SC', 'roman', '02010600030101010101'],
};

/** What the word processor takes where a font of the standard is not installed. */
export function fontTablePart(): DocxPart {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, [alternatives, family, panose]]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return { path: 'word/fontTable.xml', data: `${XML}<w:fonts xmlns:w="${W}">${fonts.join('')}</w:fonts>` };
}

/** The watermark as Word itself makes one, in the headers of odd and of even pages. */
export function watermarkParts(): readonly DocxPart[] {
  const style = [
    'position:absolute;margin-left:0;margin-top:0;width:470pt;height:42pt;rotation:315;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';');
  const shape = [
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>',
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>',
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>',
    `<v:shape id="watermark" o:spid="_x0000_s1025" type="#_x0000_t136" style="${style}" fillcolor="silver" stroked="f">`,
    `<v:fill opacity=".5"/><v:textpath style="font-family:'黑体';font-size:1pt" string="${WATERMARK}"/></v:shape>`,
  ].join('');
  const names = `xmlns:w="${W}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
  const data = `${XML}<w:hdr ${names}><w:p><w:r><w:pict>${shape}</w:pict></w:r></w:p></w:hdr>`;
  return ['word/header1.xml', 'word/header2.xml'].map((path) => ({ path, data }));
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** 1980-01-01 00:00, the first moment that a zip can name. */
const FIXED_TIME = 0x00210000;

/** Writes one fixed time over the clock readings in a zip, in place. */
export function stillZip(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('not a zip');
  let at = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error('zip directory broken');
    zip.writeUInt32LE(FIXED_TIME, at + 12);
    zip.writeUInt32LE(FIXED_TIME, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
