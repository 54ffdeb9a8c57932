const SUM = String.raw`(\d[\d,，]*(?:\.\d+)?)\s*(万)?元`;
const SUMS = new RegExp(SUM, 'g');
const FINES = new RegExp(`罚款(?:人民币|数额|金额|共计|合计|总计|为|[:：¥￥]){0,3}\\s*${SUM}`, 'g');
/** A sum per head, per item or per day is not the fine. */
const BY_PIECE = /每|各|分别/;

const fen = ([, digits = '', many]: RegExpExecArray): number =>
  Math.round(Number(digits.replaceAll(/[,，]/g, '')) * (many === undefined ? 100 : 1_000_000));

/** Sums in figures of a text, in fen: 2,000元, 1.5万元. */
export function sumsIn(text: string): readonly number[] {
  return [...text.matchAll(SUMS)].map(fen);
}

/**
 * The fine that a text names in figures beside 罚款, where it names another than the one imposed and not the one imposed as
 * well; null where the two agree, where none is named, and where sums by the piece leave it open.
 */
export function otherFineIn(text: string, imposedFen: number): number | null {
  if (BY_PIECE.test(text)) return null;
  const named = [...text.matchAll(FINES)].map(fen);
  return named.includes(imposedFen) ? null : (named[0] ?? null);
}
