import { MOST_FEN, TOO_MUCH_MONEY } from '#law';

/** Full-width digits, signs and separators as typed with a Chinese keyboard. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
    .replace(/[，、]/g, ',');
}

/** Yuan as typed ("1,234.5", "１２３元", "3万元") to integer fen; null when empty, else the reason why it is none. */
export function readMoney(typed: string): number | null | string {
  const text = toHalfWidth(typed).replace(/[,\s¥￥]/g, '');
  if (text === '') return null;
  const m = /^(\d{1,20})(?:\.(\d*))?(万)?元?$/.exec(text);
  if (m === null) return '请填写金额（元），例如 1234.50';
  const wan = m[3] !== undefined;
  const decimals = (m[2] ?? '').replace(/0+$/, '');
  if (decimals.length > (wan ? 6 : 2)) return '金额最多精确到分';
  // Integers only, so that 0.1 yuan is 10 fen and not nearly so.
  const fen = Number(m[1]) * (wan ? 1_000_000 : 100) + Number(decimals.padEnd(wan ? 6 : 2, '0') || '0');
  return fen > MOST_FEN ? `金额${TOO_MUCH_MONEY}` : fen;
}

/** Integer fen as people read it: 1,234.50. */
export function writeMoney(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  return `${sign}${whole.toLocaleString('en-US')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}
