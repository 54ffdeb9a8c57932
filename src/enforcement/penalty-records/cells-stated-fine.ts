import { compact } from './cells.ts';
import { readAmount } from './cells-amount.ts';
import { repeated } from './cells-repeated.ts';

const WORD = '零〇一二三四五六七八九十百千万亿两壹贰弍叁肆伍陆柒捌玖拾佰仟萬';
const SUM = new RegExp(
  `(?:\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?[百千万亿]?|[${WORD}]{1,20})[元圆](?:零?[${WORD}\\d]角)?(?:零?[${WORD}\\d]分)?`,
  'g',
);
const FINE_BEFORE = /罚款(?:人民币|金额|数额|共计|合计|总计|计|为|[:：¥￥]){0,3}$/;
const FINE_AFTER = /^整?(?:人民币)?的?罚款/;
const CONFISCATED = /没收|违法所得/;
/** Words with which a sum is no longer simply the fine of this decision: per head, per day, a range, one waived or replaced. */
const NOT_PLAIN = /[每各免撤原至~]|\d[-—]\d|分别|加处|不予|以上|以下|变更/;

/**
 * The fine that 处罚内容 states, in fen: only where one sum, and no other, stands beside 罚款; sums that are confiscated do
 * not count. null where none is stated, where several are, or where one cannot be read: then nothing can be compared.
 */
export function statedFineFen(content: string | null): number | null {
  return content === null || !content.includes('罚款') ? null : fineIn(content);
}

const fineIn = repeated((content: string): number | null => {
  const text = compact(content);
  if (NOT_PLAIN.test(text)) return null;
  let fine: number | null = null;
  let from = 0;
  const others: number[] = [];
  for (const { 0: sum, index } of text.matchAll(SUM)) {
    const before = text.slice(from, index);
    from = index + sum.length;
    const isFine = FINE_BEFORE.test(before);
    const clause = before.slice(Math.max(...[...',，。;；、'].map((mark) => before.lastIndexOf(mark))) + 1);
    if (!isFine && CONFISCATED.test(clause)) continue;
    const reading = readAmount(sum, '元');
    if (!reading.ok || reading.value === null) return null;
    if (!isFine && !FINE_AFTER.test(text.slice(from, from + 10))) others.push(reading.value);
    else if (fine !== null && fine !== reading.value) return null;
    else fine = reading.value;
  }
  return others.every((other) => other === fine) ? fine : null;
});
