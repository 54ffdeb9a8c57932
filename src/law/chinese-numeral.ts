const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 → 12, 一百零三 → 103, 二〇二六 → 2026 (digit by digit where no unit stands); null when it is no numeral. */
export function chineseNumeralValue(text: string): number | null {
  if (!/^[〇零○一二三四五六七八九十百千]+$/.test(text)) return null;
  if (!/[十百千]/.test(text)) return [...text].reduce((sum, char) => sum * 10 + (DIGITS[char] ?? 0), 0);
  let sum = 0;
  let digit: number | null = null;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit === undefined) {
      digit = DIGITS[char] ?? 0;
    } else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}

/** 一百零五 → 105, 33 → 33; null for anything else. */
export function articleNumber(text: string): number | null {
  return /^\d{1,8}$/.test(text) ? Number(text) : chineseNumeralValue(text.replaceAll('两', '二'));
}
