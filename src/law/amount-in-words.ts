import { yuan } from './penalty.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const UNITS = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
const word = (digit: number): string => DIGITS[digit] ?? '';

/** Up to four digits; one 零 for any number of noughts inside, none at the end. */
function groupWords(group: number): string {
  const digits = [...String(group)].map(Number);
  const words = digits.map((digit, i) => (digit === 0 ? '零' : `${word(digit)}${UNITS[digits.length - 1 - i] ?? ''}`)).join('');
  return words.replaceAll(/零+/g, '零').replace(/零$/, '');
}

function wholeWords(yuanSum: number): string {
  let words = '';
  let rest = yuanSum;
  for (let i = 0; rest > 0; i += 1) {
    const group = rest % 10_000;
    rest = Math.trunc(rest / 10_000);
    // A group that does not fill its four places is set off by 零 from what stands before it: 壹万零伍拾.
    const before = rest > 0 && group > 0 && group < 1000 ? '零' : '';
    const own = group === 0 ? '' : `${before}${groupWords(group)}${GROUPS[i] ?? ''}`;
    words = own === '' && words !== '' && !words.startsWith('零') ? `零${words}` : `${own}${words}`;
  }
  return words.replace(/^零/, '');
}

/** 60,050.50 元 → 陆万零伍拾元伍角整, as sums are written where nobody shall alter them. Not for sums below nought. */
export function yuanInWords(fen: number): string {
  const [whole, jiao, cents] = [Math.trunc(fen / 100), Math.trunc((fen % 100) / 10), fen % 10];
  if (fen === 0) return '零元整';
  const yuanPart = whole === 0 ? '' : `${wholeWords(whole)}元`;
  if (jiao === 0 && cents === 0) return `${yuanPart}整`;
  const jiaoPart = jiao > 0 ? `${word(jiao)}角` : whole > 0 ? '零' : '';
  return `${yuanPart}${jiaoPart}${cents === 0 ? '整' : `${word(cents)}分`}`;
}

/** 2,000元（大写：贰仟元整）: how a letter names a sum that the party has to pay. */
export function yuanTwice(fen: number): string {
  return `${yuan(fen)}（大写：${yuanInWords(fen)}）`;
}
