import type { LocalDate } from '#law';
import { parseLocalDate } from '#law';
import type { Workbench } from '#ui/api/types.ts';
import { shortDay, weekdayWord } from '#ui/time-words.ts';

/** 本周到期: one bar a day, the number written on it; no empty drawing where nothing falls due. */
export function WeekBars({ week, today }: { week: Workbench['week']; today: string }) {
  if (week.every((day) => day.count === 0)) return <p className="fh-quiet">七日内没有到期的事项。</p>;
  const most = Math.max(1, ...week.map((day) => day.count));
  const words = week.map((day) => `${day.day} ${day.count} 件`).join('，');
  return (
    <ol className="fh-week" aria-label={`本周到期：${words}`}>
      {week.map((day) => {
        const known: LocalDate | null = parseLocalDate(day.day);
        return (
          <li key={day.day} title={known === null ? day.day : `${day.day} ${weekdayWord(known)}`}>
            <span>{day.count}</span>
            <span className="fh-week-bar" style={{ height: `${Math.round((day.count / most) * 70)}px` }} aria-hidden />
            <small>{shortDay(day.day, today)}</small>
          </li>
        );
      })}
    </ol>
  );
}
