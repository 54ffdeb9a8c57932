import { addDays, DAY_KIND_LABELS, type Derivation, daysBetween, type LocalDate, weekday } from '#law';
import type { DayInfo } from './day-info.ts';

type Props = { readonly derivation: Derivation; readonly from: LocalDate; readonly to: LocalDate; readonly days: readonly DayInfo[] };

/** Weeks from the starting day to the due day: which day counts as which, what is passed over and why. */
export function CalendarStrip({ derivation, from, to, days }: Props) {
  const infos = new Map(days.map((info) => [info.day, info]));
  const first = addDays(from, 1 - weekday(from));
  const last = addDays(to, 7 - weekday(to));
  const cells = countDays(derivation, first, last, infos);
  const weeks = Array.from({ length: cells.length / 7 }, (_, index) => cells.slice(index * 7, index * 7 + 7));
  return (
    <table className="fh-strip">
      <caption className="fh-sr">从起算日到到期日逐日计算</caption>
      <thead>
        <tr>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((cell) => (
              <td
                key={cell.day}
                className={`fh-day fh-day-${cell.kind} ${cell.mark === null ? '' : `fh-day-${cell.mark}`}`}
                title={cell.title}
              >
                <span className="fh-day-date">
                  {cell.day.slice(8) === '01' ? `${Number(cell.day.slice(5, 7))}月` : Number(cell.day.slice(8))}
                </span>
                <span className="fh-day-note">{cell.note}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Cell = {
  readonly day: LocalDate;
  readonly kind: string;
  readonly mark: 'start' | 'due' | 'over' | 'counted' | null;
  readonly note: string;
  readonly title: string;
};

function countDays(d: Derivation, first: LocalDate, last: LocalDate, infos: ReadonlyMap<LocalDate, DayInfo>): readonly Cell[] {
  let counted = 0;
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const day = addDays(first, index);
    const info = infos.get(day);
    const kind = info?.kind ?? (weekday(day) >= 6 ? 'weekend' : 'working');
    const works = kind === 'working' || kind === 'make-up';
    const inPeriod = day > d.startedOn && d.rawDue !== null && day <= d.rawDue;
    const counts = inPeriod && (d.unit !== 'wd' || works);
    if (counts) counted += 1;
    const over = d.rolledOver.find((passed) => passed.day === day);
    const mark = day === d.startedOn ? 'start' : day === d.dueOn ? 'due' : over !== undefined ? 'over' : counts ? 'counted' : null;
    const kindNote = kind === 'holiday' ? '休' : kind === 'make-up' ? '班' : '';
    const note =
      mark === 'start'
        ? '起'
        : mark === 'due'
          ? '到期'
          : mark === 'over'
            ? '顺延'
            : kindNote !== ''
              ? kindNote
              : counts
                ? String(counted)
                : '';
    const title = [
      day,
      info?.name ?? DAY_KIND_LABELS[kind],
      mark === 'start' ? '开始之日不计' : counts ? `第 ${counted} 日` : '',
      over === undefined ? '' : `${over.because}，顺延`,
    ];
    return { day, kind, mark, note, title: title.filter((word) => word !== '').join(' · ') };
  });
}
