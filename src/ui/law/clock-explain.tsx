import { addDays, CLOCK_UNIT_LABELS, type Derivation, daysBetween, formatCitation, GRADE_LABELS, type LocalDate } from '#law';
import { queryString } from '../api/query-string.ts';
import { useApi } from '../api/use-api.ts';
import { weekdayWord } from '../time-words.ts';
import { CalendarStrip } from './calendar-strip.tsx';
import type { DayInfo } from './day-info.ts';

type Props = { readonly derivation: Derivation; readonly words?: string; readonly versionNote?: string };

/** 怎么算: the counting in words, then day by day on the calendar that was used. */
export function ClockExplain({ derivation, words, versionNote }: Props) {
  const end = lastShown(derivation);
  const strip = end === null || daysBetween(derivation.startedOn, end) > 400 ? null : { from: derivation.startedOn, to: end };
  const days = useApi<{ readonly days: readonly DayInfo[] }>(strip === null ? null : `/api/calendar${queryString(strip)}`);
  return (
    <div className="fh-explain">
      <p>{words ?? derivationWords(derivation)}</p>
      {strip === null ? null : <CalendarStrip derivation={derivation} from={strip.from} to={strip.to} days={days.data?.days ?? []} />}
      <dl className="fh-law-card">
        <div>
          <dt>依据</dt>
          <dd>{derivation.cite === null ? '平台内部提醒，没有法定依据' : formatCitation(derivation.cite)}</dd>
        </div>
        <div>
          <dt>长度</dt>
          <dd>
            {derivation.length}
            {CLOCK_UNIT_LABELS[derivation.unit]}
          </dd>
        </div>
        <div>
          <dt>效力</dt>
          <dd>{GRADE_LABELS[derivation.grade]}</dd>
        </div>
        {versionNote === undefined ? null : (
          <div>
            <dt>版本</dt>
            <dd>{versionNote}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function lastShown(d: Derivation): LocalDate | null {
  const candidates = [d.dueOn, d.rawDue].filter((day) => day !== null);
  return candidates.sort().at(-1) ?? null;
}

/** 自 2026-03-03 次日起 30 日 → 2026-04-02（星期四），不顺延. */
export function derivationWords(d: Derivation): string {
  const start = `自 ${d.startedOn} 次日起 ${d.length}${CLOCK_UNIT_LABELS[d.unit]}`;
  if (d.rawDue === null || d.dueOn === null) return `${start}；放假安排尚未载入，到期日暂不能确定。`;
  const rolled =
    d.rolledOver.length > 0
      ? `至 ${d.rawDue}；该日为${d.rolledOver[0]?.because ?? '休息日'}，顺延 ${d.rolledOver.length} 天至 ${addDays(d.rawDue, d.rolledOver.length)}`
      : `至 ${d.rawDue}（${weekdayWord(d.rawDue)}）${d.rollOn === null ? '，不适用顺延' : '，为工作日，不顺延'}`;
  const issuer = d.issuerDate !== null && d.issuerDate === d.dueOn ? `；发文机关限定 ${d.issuerDate}，以较早者为准` : '';
  const provisional = d.provisional ? '；放假安排未载入，为暂定日期' : '';
  return `${start}，${rolled}${issuer}${provisional}。到期日当天仍在期限内。`;
}
