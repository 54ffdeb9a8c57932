import { queryString } from '../api/query-string.ts';
import { useApi } from '../api/use-api.ts';
import { useFormDay } from './form-day.ts';
import { useFormItem } from './form-item.ts';
import { OfferedControl, type OfferingProps } from './offered-control.tsx';
import { MOST_WORDS, useSettled } from './use-settled.ts';

/** A 违法行为 that has a benchmark in force for the own organ. */
type Offered = { readonly violation: string; readonly penalty: string; readonly maker: string; readonly documentNumber: string };

/** A 违法行为, taken from the benchmarks in force for the item (or for none) or typed; beneath it the benchmark that its name stands for. */
export function ViolationControl(props: OfferingProps) {
  const on = useFormDay();
  const q = useSettled(props.text.trim().slice(0, MOST_WORDS));
  const itemCode = useFormItem();
  const asked = queryString({ q, on, itemCode: itemCode?.slice(0, MOST_WORDS) ?? '' });
  const { data } = useApi<{ readonly items: readonly Offered[] }>(`/api/discretion/violations${asked}`, { keepPrevious: true });
  const offered = data?.items ?? [];
  const chosen = offered.find(({ violation }) => violation === props.text.trim());
  return (
    <OfferedControl
      {...props}
      offered={offered.map(({ violation, penalty }) => ({ value: violation, label: `${violation}　${penalty}` }))}
      says={chosen === undefined ? '' : `裁量权基准：${chosen.maker}（${chosen.documentNumber}），${chosen.penalty}`}
    />
  );
}
