import { Select } from 'antd';
import { useState } from 'react';
import { queryString } from '#ui/api/query-string.ts';
import type { ListPage } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { useSettled } from '#ui/form/use-settled.ts';
import type { BenchmarkView } from '../contract.ts';

export type Upper = { readonly versionId: string; readonly name: string; readonly content: BenchmarkView['content'] };
type Props = {
  readonly upper: Upper | null;
  readonly onChange: (upper: Upper | null) => void;
  /** What is looked for before anybody types. */
  readonly first?: string;
};

/** 细化的上级基准: chosen among those in force today. */
export function UpperField({ upper, onChange, first = '' }: Props) {
  const [q, setQ] = useState(first);
  const settled = useSettled(q);
  const found = useApi<ListPage<BenchmarkView>>(`/api/benchmarks${queryString({ q: settled })}`, { keepPrevious: true });
  const items = found.data?.items ?? [];
  const options = items.map((b) => ({ value: b.versionId, label: `${b.violation}（${b.maker} ${b.documentNumber}）` }));
  const known =
    upper === null || options.some((o) => o.value === upper.versionId)
      ? options
      : [{ value: upper.versionId, label: upper.name }, ...options];
  return (
    <div className="db-field">
      细化的上级基准（没有的不选）
      <Select
        aria-label="细化的上级基准"
        allowClear
        showSearch={{ filterOption: false, onSearch: setQ }}
        value={upper?.versionId ?? null}
        options={known}
        onChange={(versionId: string | null | undefined) => {
          const chosen = items.find((b) => b.versionId === versionId);
          onChange(
            chosen === undefined
              ? null
              : { versionId: chosen.versionId, name: `${chosen.maker} ${chosen.documentNumber}`, content: chosen.content },
          );
        }}
      />
    </div>
  );
}
