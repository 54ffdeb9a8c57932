import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type Props = {
  readonly label: string;
  readonly id?: string;
  /** YYYY-MM-DD, or '' where no day is asked for. */
  readonly day: string;
  readonly go: (day: string) => void;
  /** The last day that may be asked for, YYYY-MM-DD. */
  readonly last?: string;
  /** Whether no day at all may be asked for; go('') then. */
  readonly clears?: boolean;
};

const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日'];

/** The day for which a page is read. It goes when a day is whole: a page that followed every key would turn to the year 2. */
export function DayFilter({ label, id, day, go, last, clears = false }: Props) {
  return (
    <DatePicker
      {...(id === undefined ? { 'aria-label': label } : { id })}
      {...(last === undefined ? {} : { maxDate: dayjs(last) })}
      placeholder={label}
      format={FORMATS}
      allowClear={clears}
      value={day === '' ? null : dayjs(day)}
      onChange={(chosen) => go(chosen === null ? '' : chosen.format('YYYY-MM-DD'))}
      style={{ width: 160 }}
    />
  );
}
