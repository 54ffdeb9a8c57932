import { Select } from 'antd';
import { useState } from 'react';
import { queryString } from '../api/query-string.ts';
import type { ListPage, MatterRow, OfficerHit } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { BorrowedPersons } from './borrowed-persons.tsx';
import { officerWords } from './officer-words.ts';
import { attributes, type Common, ManyPicker } from './picker-parts.tsx';
import type { Pick } from './typed.ts';
import { useSettled } from './use-settled.ts';

/** Officers by name; supervisors show their certificate. */
export function PersonsPicker({
  of,
  organisation,
  picks,
  onPick,
  ...common
}: Common & {
  of: 'supervisors' | 'officers' | 'colleagues';
  organisation?: string;
  picks: readonly Pick[];
  onPick: (picks: readonly Pick[]) => void;
}) {
  const answer = useApi<{ readonly items: readonly OfficerHit[] }>(`/api/officers${queryString({ of, organisation })}`);
  const options = (answer.data?.items ?? []).map((hit) => ({ value: hit.id, label: officerWords(hit) }));
  return (
    <>
      <ManyPicker
        common={common}
        picks={picks}
        onPick={onPick}
        loading={answer.isFetching}
        options={options}
        placeholder={`选择${common.label}，可选多人`}
        local
      />
      {of === 'supervisors' ? <BorrowedPersons label={common.label} picks={picks} onPick={onPick} /> : null}
    </>
  );
}

/** Finds a matter by number, unit or title. */
export function MatterPicker({
  kinds,
  pick,
  onPick,
  ...common
}: Common & { kinds: readonly string[]; pick: Pick | null; onPick: (pick: Pick | null) => void }) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const answer = useApi<ListPage<MatterRow>>(`/api/matters${queryString({ kind: kinds.length === 1 ? kinds[0] : null, q, limit: 50 })}`, {
    keepPrevious: true,
  });
  const found = (answer.data?.items ?? []).filter((row) => kinds.length === 0 || kinds.includes(row.kind));
  const options = found.map((row) => ({
    value: row.id,
    label: [row.number ?? '', row.title].filter((word) => word !== '').join(' '),
  }));
  const known =
    pick === null || options.some((option) => option.value === pick.id) ? options : [{ value: pick.id, label: pick.name }, ...options];
  return (
    <Select
      {...attributes(common)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={`输入文号、单位或标题查找${common.label}`}
      value={pick?.id ?? null}
      loading={answer.isFetching}
      options={known}
      popupMatchSelectWidth={false}
      notFoundContent="没有相符的事项"
      onChange={(value: string | undefined) =>
        onPick(value === undefined ? null : { id: value, name: known.find((o) => o.value === value)?.label ?? '' })
      }
    />
  );
}
