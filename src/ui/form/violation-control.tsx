import { AutoComplete } from 'antd';
import { queryString } from '../api/query-string.ts';
import { useApi } from '../api/use-api.ts';
import { useFormDay } from './form-day.ts';
import { useSettled } from './use-settled.ts';

type Props = {
  readonly label: string;
  readonly aria: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly status: '' | 'error';
  readonly text: string;
  readonly set: (text: string) => void;
  readonly max: number;
};
/** A 违法行为 that has a benchmark in force for the own organ. */
type Offered = { readonly violation: string; readonly penalty: string; readonly maker: string; readonly documentNumber: string };

/** What the server takes as words to search for. */
const MOST_WORDS = 100;

/** A 违法行为, taken from the benchmarks in force or typed; beneath it the benchmark that its name stands for. */
export function ViolationControl({ label, aria, status, text, set, max }: Props) {
  const on = useFormDay();
  const q = useSettled(text.trim().slice(0, MOST_WORDS));
  const { data } = useApi<{ readonly items: readonly Offered[] }>(`/api/discretion/violations${queryString({ q, on })}`, {
    keepPrevious: true,
  });
  const offered = data?.items ?? [];
  const chosen = offered.find(({ violation }) => violation === text.trim());
  const says = `${aria.id}-benchmark`;
  return (
    <>
      <AutoComplete
        {...aria}
        aria-label={label}
        aria-describedby={[aria['aria-describedby'], says].filter((part) => part !== undefined).join(' ')}
        status={status}
        value={text}
        maxLength={max * 2}
        options={offered.map(({ violation, penalty }) => ({ value: violation, label: `${violation}　${penalty}` }))}
        showSearch={{ filterOption: false }}
        defaultActiveFirstOption={false}
        classNames={{ popup: { root: 'fh-wrapping-options' } }}
        onChange={(next: string | undefined) => set(next ?? '')}
      />
      <p id={says} role="status">
        {chosen === undefined ? '' : `裁量权基准：${chosen.maker}（${chosen.documentNumber}），${chosen.penalty}`}
      </p>
    </>
  );
}
