import { type LocalDate, ymd } from '#law';

const WHOLE = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{4})(\d{2})(\d{2})$/;
const LOOSE = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

/** The day that a typed text is beyond doubt, while it is still being typed: 2026-11-25, 20261125. */
export function wholeDay(text: string): LocalDate | null {
  const m = WHOLE.exec(text.trim());
  return m === null ? null : ymd(Number(m[1] ?? m[4]), Number(m[2] ?? m[5]), Number(m[3] ?? m[6]));
}

/** The day that a text is once nothing more is typed: also 2026.1.5, 2026年1月5日. */
export function finishedDay(text: string): LocalDate | null {
  const m = LOOSE.exec(text.trim());
  return m === null ? wholeDay(text) : ymd(Number(m[1]), Number(m[2]), Number(m[3]));
}
