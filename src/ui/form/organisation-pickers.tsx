import { Select } from 'antd';
import { useState } from 'react';
import { queryString } from '../api/query-string.ts';
import type { OrganisationHit } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { attributes, type Common, ManyPicker } from './picker-parts.tsx';
import type { Pick } from './typed.ts';
import { useSettled } from './use-settled.ts';

/** Finds an organisation by part of its name; `of` keeps to supervision bodies. */
export function OrganisationPicker({
  id,
  name,
  of,
  onPick,
  ...common
}: Common & { id: string | null; name?: string; of?: 'supervision'; onPick: (pick: Pick | null) => void }) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const unnamed = name === undefined || name === '';
  const hits = useOrganisations(q === '' && id !== null && unnamed ? { id } : { q, ...(of === undefined ? {} : { of }) });
  const options = hits.items.map((hit) => ({ value: hit.id, label: hit.name, title: hit.regionName ?? hit.name }));
  const known =
    id === null || options.some((option) => option.value === id) || name === undefined
      ? options
      : [{ value: id, label: name ?? '', title: name ?? '' }, ...options];
  return (
    <Select
      {...attributes(common)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={`输入名称查找${common.label}`}
      value={id}
      loading={hits.loading}
      options={known}
      popupMatchSelectWidth={false}
      notFoundContent={hits.loading ? '正在查找' : '没有相符的单位，可换个写法再查'}
      onChange={(value: string | undefined) =>
        onPick(value === undefined ? null : { id: value, name: known.find((o) => o.value === value)?.label ?? '' })
      }
    />
  );
}

/** Finds several organisations, one after another. */
export function OrganisationsPicker({
  picks,
  onPick,
  ...common
}: Common & { picks: readonly Pick[]; onPick: (picks: readonly Pick[]) => void }) {
  const [typed, setTyped] = useState('');
  const hits = useOrganisations({ q: useSettled(typed.trim()) });
  return (
    <ManyPicker
      common={common}
      picks={picks}
      onPick={onPick}
      onSearch={setTyped}
      loading={hits.loading}
      options={hits.items.map((hit) => ({ value: hit.id, label: hit.name }))}
      placeholder={`输入名称查找${common.label}，可选多个`}
    />
  );
}

function useOrganisations(query: { readonly q?: string; readonly id?: string; readonly of?: 'supervision' }) {
  const answer = useApi<{ readonly items: readonly OrganisationHit[] }>(`/api/organisations${queryString(query)}`, { keepPrevious: true });
  return { items: answer.data?.items ?? [], loading: answer.isFetching };
}
