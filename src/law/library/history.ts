import { articleNumber } from '../chinese-numeral.ts';
import { type LocalDate, ymd } from '../local-date.ts';
import type { HistoryEvent, HistoryKind } from './law-text.ts';

const DIGITS = '[〇零○一二三四五六七八九0-9]';
const DAY = new RegExp(`(${DIGITS}{4})\\s*年\\s*([一二三四五六七八九十0-9]{1,3})\\s*月\\s*([一二三四五六七八九十0-9]{1,3})\\s*日`, 'g');
/** In the order in which a line's words decide: 修订通过 is a revision, 修正公布 an amendment. */
const WORDS: readonly (readonly [RegExp, HistoryKind])[] = [
  [/废止(?!部分|和|或)/, 'repealed'],
  [/修正/, 'amended'],
  [/修订|修改/, 'revised'],
  [/通过/, 'adopted'],
  [/公布|发布|颁布|印发/, 'promulgated'],
  [/批准/, 'approved'],
  [/施行|实施|执行|生效/, 'effective'],
];

export type History = { readonly events: readonly HistoryEvent[]; readonly notDays: readonly string[] };

/** Every dated step in the lines below a title. Lines broken in the middle of a title are read as one. */
export function readHistory(lines: readonly string[]): History {
  const text = lines.join('\n');
  const outside = text.replaceAll(/《[^《》]{0,300}》?/g, (title) => '＿'.repeat(title.length));
  const days = [...outside.matchAll(DAY)];
  const events: HistoryEvent[] = [];
  const notDays: string[] = [];
  days.forEach((found, i) => {
    const start = found.index + found[0].length;
    const end = days[i + 1]?.index ?? text.length;
    const words = outside.slice(start, end);
    const on = dayOfMatch(found);
    if (on === null) {
      notDays.push(found[0]);
      return;
    }
    const by = /《([^《》]{4,300})》?/.exec(text.slice(start, end))?.[1]?.replaceAll(/\s/g, '') ?? null;
    const kind = kindOf(words, by);
    const said = text.slice(found.index, end).replaceAll(/\s+/g, ' ').trim();
    if (kind !== null) events.push({ kind, on, by, words: said.slice(0, 300) });
  });
  return { events, notDays };
}

/** 国务院关于修改部分行政法规的决定 makes single changes even where the line says 修订. */
function kindOf(words: string, by: string | null): HistoryKind | null {
  const found = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? (by !== null && /修改|修正/.test(by) ? 'amended' : null);
  return found === 'revised' && by !== null && /修改|修正|修订/.test(by) ? 'amended' : found;
}

/** Every day written in a text, in Arabic or Chinese digits. */
export function daysIn(text: string): readonly LocalDate[] {
  return [...text.matchAll(DAY)].map(dayOfMatch).filter((day) => day !== null);
}

function dayOfMatch(m: RegExpMatchArray): LocalDate | null {
  const year = articleNumber(m[1] ?? '');
  const month = articleNumber(m[2] ?? '');
  const day = articleNumber(m[3] ?? '');
  return year === null || month === null || day === null ? null : ymd(year, month, day);
}
