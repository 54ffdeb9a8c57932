import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { finishedDay, wholeDay } from './typed-day.ts';

type Props = {
  readonly aria: object;
  readonly status: '' | 'error';
  /** YYYY-MM-DD, or '' */
  readonly text: string;
  readonly set: (text: string) => void;
};

const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日'];

/** A day, picked or typed. The picker alone takes a typed day only when it is left: whoever confirms the form at once would lose it. */
export function DayControl({ aria, status, text, set }: Props) {
  const take = (day: string | null): void => {
    if (day !== null && day !== text) set(day);
  };
  const onKey = (event: KeyboardEvent): void => {
    // The form reads what stands there now, before the key reaches it.
    if (event.key === 'Enter') flushSync(() => take(finishedDay(textIn(event.target))));
  };
  return (
    <div onInputCapture={(event) => take(wholeDay(textIn(event.target)))} onKeyDownCapture={onKey}>
      <DatePicker
        {...aria}
        status={status}
        format={FORMATS}
        value={text === '' ? null : dayjs(text)}
        onChange={(day) => set(day === null ? '' : day.format('YYYY-MM-DD'))}
        placeholder="年-月-日"
      />
    </div>
  );
}

function textIn(target: EventTarget): string {
  return target instanceof HTMLInputElement ? target.value : '';
}
