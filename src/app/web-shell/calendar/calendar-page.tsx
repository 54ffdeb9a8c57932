import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { addMonths, type Lamp, type LocalDate, monthOf } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { OrganisationPicker } from '#ui/form/organisation-pickers.tsx';
import { useKeys } from '#ui/keys.ts';
import type { DayInfo } from '#ui/law/day-info.ts';
import { LampBadge, lampWords } from '#ui/law/lamp.tsx';
import { Page } from '#ui/layout/page.tsx';
import { EmptyState, ErrorState } from '#ui/layout/states.tsx';
import { usePhone } from '#ui/media.ts';
import { useSession } from '#ui/session.tsx';
import { weekdayWord } from '#ui/time-words.ts';
import { useKinds } from '../frame/kinds.ts';
import { CalendarLinkPart } from './calendar-link.tsx';
import { monthNamed, monthWords, weeksOf } from './months.ts';

type ClockItem = {
  readonly matterId: string;
  readonly kind: string;
  readonly title: string;
  readonly name: string;
  readonly dueOn: LocalDate;
  readonly lamp: Lamp;
  readonly daysLeft: number | null;
  readonly boundName: string;
  readonly waitsForName: string | null;
  readonly article: string | null;
};
type Clocks = { readonly items: readonly ClockItem[]; readonly more: boolean };

/** 期限日历: clocks by the day they end, on the loaded calendar of holidays and make-up days. */
export function CalendarPage() {
  const { today } = useSession();
  const phone = usePhone();
  const address = useCalendarAddress();
  const month = monthNamed(address.month, today);
  const weeks = weeksOf(month);
  const span = { from: weeks[0]?.[0] ?? month, to: weeks.at(-1)?.at(-1) ?? month };
  const clocks = useApi<Clocks>(`/api/clocks${queryString({ ...span, organisation: address.organisation, kind: address.kind })}`, {
    keepPrevious: true,
  });
  const days = useApi<{ readonly days: readonly DayInfo[] }>(`/api/calendar${queryString(span)}`);
  const items = clocks.data?.items ?? [];
  const inMonth = items.filter((item) => item.dueOn.slice(0, 7) === month.slice(0, 7));
  const overdue = inMonth.filter((item) => item.lamp === 'red').length;
  const shown = { days: new Map((days.data?.days ?? []).map((day) => [day.day, day])), items, month, today };
  return (
    <Page
      title="期限日历"
      status={`${monthWords(month)}有 ${inMonth.length} 个期限届满${overdue > 0 ? `，其中 ${overdue} 个已逾期` : ''}${clocks.data?.more === true ? '（过多，只显示前 2000 个，请筛选）' : ''}`}
      actions={<CalendarLinkPart />}
    >
      <div className="fh-section">
        <CalendarTools month={month} address={address} />
        {clocks.error === null ? null : <ErrorState error={clocks.error} where="期限" retry={() => clocks.refetch()} />}
        {phone ? <MonthList {...shown} /> : <MonthGrid {...shown} weeks={weeks} />}
      </div>
    </Page>
  );
}

function useCalendarAddress() {
  const location = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(location.searchStr);
  const now = { month: params.get('month'), organisation: params.get('organisation'), kind: params.get('kind') };
  return {
    ...now,
    go: (next: Partial<typeof now>) => void navigate({ href: `/calendar${queryString({ ...now, ...next })}`, replace: true }),
  };
}

function CalendarTools({ month, address }: { month: LocalDate; address: ReturnType<typeof useCalendarAddress> }) {
  const kinds = useKinds();
  const turn = (by: number): void => address.go({ month: addMonths(month, by).slice(0, 7) });
  useKeys([
    { key: 'ArrowLeft', label: '上个月', run: () => turn(-1) },
    { key: 'ArrowRight', label: '下个月', run: () => turn(1) },
  ]);
  return (
    <div className="fh-list-tools">
      <div className="fh-month-tools">
        <Button icon={<LeftOutlined aria-hidden />} aria-label="上个月" onClick={() => turn(-1)} />
        <h2>{monthWords(month)}</h2>
        <Button icon={<RightOutlined aria-hidden />} aria-label="下个月" onClick={() => turn(1)} />
        <Button onClick={() => address.go({ month: null })}>本月</Button>
      </div>
      <div className="fh-filters">
        <OrganisationPicker
          label="单位"
          id={address.organisation}
          onPick={(pick) => address.go({ organisation: pick?.id ?? null })}
          className="fh-filter"
        />
        <Select
          allowClear
          aria-label="事项种类"
          placeholder="事项种类"
          className="fh-filter"
          value={address.kind}
          popupMatchSelectWidth={false}
          options={(kinds.data?.kinds ?? []).map((kind) => ({ value: kind.kind, label: kind.name }))}
          onChange={(kind: string | undefined) => address.go({ kind: kind ?? null })}
        />
      </div>
    </div>
  );
}

type Shown = {
  readonly days: ReadonlyMap<LocalDate, DayInfo>;
  readonly items: readonly ClockItem[];
  readonly month: LocalDate;
  readonly today: string;
};

function MonthGrid({ weeks, ...shown }: Shown & { weeks: readonly (readonly LocalDate[])[] }) {
  return (
    <table className="fh-month" aria-label={`${monthWords(shown.month)}期限`}>
      <thead>
        <tr>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col">
              星期{name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} shown={shown} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOST_IN_CELL = 4;

function DayCell({ day, shown }: { day: LocalDate; shown: Shown }) {
  const info = shown.days.get(day);
  const rests = info?.kind === 'weekend' || info?.kind === 'holiday';
  const items = shown.items.filter((item) => item.dueOn === day);
  const other = monthOf(day) !== monthOf(shown.month);
  const className = [rests ? 'fh-month-rest' : '', other ? 'fh-month-other' : '', day === shown.today ? 'fh-month-today' : '']
    .join(' ')
    .trim();
  return (
    <td className={className}>
      <div className="fh-month-head">
        <span className="fh-month-date">{Number(day.slice(8))}</span>
        <DayNote info={info} />
      </div>
      {items.length === 0 ? null : (
        <ul>
          {items.slice(0, MOST_IN_CELL).map((item) => (
            <li key={`${item.matterId}:${item.name}`}>
              <ClockLink item={item} />
            </li>
          ))}
        </ul>
      )}
      {items.length > MOST_IN_CELL ? <span className="fh-month-note">还有 {items.length - MOST_IN_CELL} 个</span> : null}
    </td>
  );
}

function DayNote({ info }: { info: DayInfo | undefined }) {
  if (info === undefined) return null;
  if (info.kind === null) return <span className="fh-month-note">放假安排未载入</span>;
  if (info.kind === 'make-up') return <span className="fh-month-makeup">班 {info.name}</span>;
  return info.kind === 'holiday' ? <span className="fh-month-note">休 {info.name}</span> : null;
}

function ClockLink({ item }: { item: ClockItem }) {
  const words = `${item.waitsForName ?? item.boundName} ${item.name}`;
  return (
    <Link
      to={`/matters/${item.matterId}`}
      className={`fh-month-clock fh-lamp-${item.lamp}`}
      title={`${words}｜${item.title}｜${lampWords(item.lamp, item.daysLeft)}${item.article === null ? '' : `｜${item.article}`}`}
    >
      <span className="fh-dot" aria-hidden />
      <span>
        <span className="fh-sr">{lampWords(item.lamp, item.daysLeft)}</span>
        {words}
      </span>
    </Link>
  );
}

function MonthList({ items, days, month, today }: Shown) {
  const inMonth = items.filter((item) => item.dueOn.slice(0, 7) === month.slice(0, 7));
  const dates = [...new Set(inMonth.map((item) => item.dueOn))].sort();
  if (dates.length === 0) return <EmptyState>这个月没有期限届满。开始计算的期限会按到期日列在这里。</EmptyState>;
  return dates.map((day) => (
    <section key={day} className="fh-month-day">
      <h3 className="fh-group">
        {day} {weekdayWord(day)}
        {day === today ? '（今天）' : ''} <DayNote info={days.get(day)} />
      </h3>
      <ul className="fh-tasks">
        {inMonth
          .filter((item) => item.dueOn === day)
          .map((item) => (
            <li key={`${item.matterId}:${item.name}`}>
              <Link to={`/matters/${item.matterId}`} className="fh-task">
                <LampBadge lamp={item.lamp} daysLeft={item.daysLeft} />
                <span className="fh-task-title">{item.name}</span>
                <span className="fh-task-sub">
                  {item.waitsForName ?? item.boundName}　{item.title}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}
