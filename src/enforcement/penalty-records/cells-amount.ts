import { MOST_FEN, TOO_MUCH_MONEY } from '#law';
import { type CellReading, compact, isAbsent, read, unreadable } from './cells.ts';
import { repeated } from './cells-repeated.ts';
import type { AmountUnit } from './layout-recognition.ts';

const SYMBOLS = /人民币|RMB|CNY|[¥￥,，']|^(?:合计|共计|罚款|没收|金额)[::]?/gi;
const NUMBER = /^([-−+])?(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?(亿元?|万元?|千元?|百元|元|块|角|分)?[整正]?$/i;
const BRACKETED = /^\((.+)\)$/;
const UPPER: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  弍: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  圆: '元',
  圓: '元',
  两: '二',
  〇: '零',
};
const UNIT_FEN: Readonly<Record<string, number>> = { 亿: 1e10, 万: 1e6, 千: 1e5, 百: 1e4, 元: 100, 块: 100, 角: 10, 分: 1 };

/** 1,000 万元: far above what one fine in a city comes to, so the unit is doubted. */
const UNLIKELY_FEN = 1_000_000_000;

/**
 * An amount in integer fen. A unit in the cell overrides that of the column; negative amounts are refused. A sum that
 * looks as if its unit were mistaken is kept as written and noted, never corrected.
 */
export function readAmount(cell: string, unit: AmountUnit): CellReading<number | null> {
  const text = compact(cell);
  if (isAbsent(text)) return read(null);
  const clean = text.replace(SYMBOLS, '');
  const inner = BRACKETED.exec(clean)?.[1];
  if (inner !== undefined && NUMBER.test(inner)) return unreadable('金额不能为负（括号表示负数）');
  const numeric = NUMBER.exec(clean);
  if (numeric !== null) return fromDigits(numeric, unit);
  const words = fenOfWords(clean);
  if (words !== null) return words > MOST_FEN ? unreadable(`金额${TOO_MUCH_MONEY}`) : read(words);
  return unreadable(whyNot(clean));
}

function fromDigits(m: RegExpExecArray, columnUnit: AmountUnit): CellReading<number | null> {
  const [, sign, digits = '0', exponent, suffix] = m;
  const stated = suffix?.charAt(0);
  const factor = UNIT_FEN[stated ?? (columnUnit === '万元' ? '万' : '元')] ?? 100;
  const exact = Number(digits) * 10 ** Number(exponent ?? 0) * factor;
  if (sign !== undefined && sign !== '+' && exact !== 0) return unreadable('金额不能为负');
  const fen = Math.round(exact);
  if (fen > MOST_FEN) return unreadable(`金额${TOO_MUCH_MONEY}`);
  return read(fen, noteOn(fen, exact, stated, columnUnit));
}

function noteOn(fen: number, exact: number, stated: string | undefined, columnUnit: AmountUnit): string | null {
  if (Math.abs(fen - exact) > 1e-3 * Math.max(1, fen * 1e-9)) return '不足一分的部分已四舍五入';
  if (stated === undefined && columnUnit === '万元' && fen >= UNLIKELY_FEN) return `折合${fen / 1e6}万元，疑似把元当作万元填写，请核对`;
  if (stated !== undefined && (stated === '万') !== (columnUnit === '万元')) return '按单元格内写明的单位折算';
  return null;
}

/** 伍仟元整, 一万二千元, 叁拾伍元伍角: null when it is no amount in words. */
function fenOfWords(text: string): number | null {
  const plain = [...text]
    .map((char) => UPPER[char] ?? char)
    .join('')
    .replace(/[整正]$/, '');
  const m = /^(?:([零一二三四五六七八九十百千万亿]+)(?:元|块))?(?:零?([一二三四五六七八九])角)?(?:零?([一二三四五六七八九])分)?$/.exec(
    plain,
  );
  if (plain === '' || m === null) return /^[一二三四五六七八九十百千]+万$/.test(plain) ? wholeNumber(plain) * 100 : null;
  const [, yuan = '零', jiao = '零', fen = '零'] = m;
  return wholeNumber(yuan) * 100 + wholeNumber(jiao) * 10 + wholeNumber(fen);
}

const DIGITS = '零一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function wholeNumber(words: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of words) {
    const unit = SMALL_UNITS[char];
    if (unit !== undefined) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (char === '万' || char === '亿') {
      total = (total + section + digit) * (char === '万' ? 1e4 : 1e8);
      section = 0;
      digit = 0;
    } else digit = DIGITS.indexOf(char);
  }
  return total + section + digit;
}

function whyNot(text: string): string {
  if (/\d.*[+;；、].*\d/.test(text) || (text.match(/\d+(?:\.\d+)?(?:万元|元)/g)?.length ?? 0) > 1) return '填了不止一个金额，请填合计数';
  if (/倍|%|百分/.test(text)) return '填的是倍数或比例，不是金额';
  return '不是可识别的金额';
}

const FINE_IN_TEXT = /罚款(?:人民币)?[::]?(?:人民币)?((?:[\d.,，]+万?|[零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬]+)元)/g;

/**
 * Compares the fine with the sums that 处罚内容 states in words: a note when none is equal but one differs by the factor
 * between 元 and 万元, which is how a mistaken unit shows. null otherwise.
 */
export function unitDoubt(fineFen: number, content: string): string | null {
  if (!content.includes('罚')) return null;
  const sums = finesIn(content);
  if (sums.includes(fineFen)) return null;
  const mistaken = sums.find((sum) => sum * 10_000 === fineFen || sum === fineFen * 10_000);
  return mistaken === undefined ? null : `处罚内容写明罚款${mistaken / 100}元，与本列金额（${fineFen / 100}元）相差一万倍，疑似单位有误`;
}

/** Every sum that stands beside 罚款, in fen. */
const finesIn = repeated((content: string): readonly number[] =>
  [...compact(content).matchAll(FINE_IN_TEXT)].flatMap((stated) => {
    const reading = readAmount(stated[1] ?? '', '元');
    return reading.ok && reading.value !== null ? [reading.value] : [];
  }),
);
