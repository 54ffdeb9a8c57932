import { Select } from 'antd';
import { useState } from 'react';
import { queryString } from '../api/query-string.ts';
import type { ListPage, MatterRow, OfficerHit, OrganisationHit } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import type { Pick } from './typed.ts';
import { useSettled } from './use-settled.ts';

type Common = {
  readonly label: string;
  readonly htmlId?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly className?: string;
};

function attributes({ label, htmlId, describedBy, invalid, className }: Common) {
  return {
    'aria-label': label,
    ...(htmlId === undefined ? {} : { id: htmlId }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid === true ? { status: 'error' as const } : {}),
    ...(className === undefined ? {} : { className }),
  };
}

/** Finds an organisation by part of its name. */
export function OrganisationPicker({
  id,
  name,
  onPick,
  ...common
}: Common & { id: string | null; name?: string; onPick: (pick: Pick | null) => void }) {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const unnamed = name === undefined || name === '';
  const hits = useOrganisations(q === '' && id !== null && unnamed ? { id } : { q });
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
  const options = (answer.data?.items ?? []).map((hit) => ({
    value: hit.id,
    label: [hit.name, hit.certificate ?? '', hit.organisationName ?? ''].filter((word) => word !== '').join(' · '),
  }));
  return (
    <ManyPicker
      common={common}
      picks={picks}
      onPick={onPick}
      loading={answer.isFetching}
      options={options}
      placeholder={`选择${common.label}，可选多人`}
      local
    />
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

type Option = { readonly value: string; readonly label: string };

function ManyPicker(props: {
  common: Common;
  picks: readonly Pick[];
  onPick: (picks: readonly Pick[]) => void;
  onSearch?: (text: string) => void;
  loading: boolean;
  options: readonly Option[];
  placeholder: string;
  local?: boolean;
}) {
  const { common, picks, onPick, onSearch, loading, options, placeholder, local } = props;
  const missing = picks.filter((pick) => !options.some((option) => option.value === pick.id));
  const known = [...missing.map((pick) => ({ value: pick.id, label: pick.name })), ...options];
  return (
    <Select
      {...attributes(common)}
      mode="multiple"
      showSearch={local === true ? { optionFilterProp: 'label' } : { filterOption: false, ...(onSearch === undefined ? {} : { onSearch }) }}
      placeholder={placeholder}
      value={picks.map((pick) => pick.id)}
      loading={loading}
      options={known}
      notFoundContent={loading ? '正在查找' : '没有相符的'}
      onChange={(values: string[]) => onPick(values.map((id) => ({ id, name: known.find((option) => option.value === id)?.label ?? '' })))}
    />
  );
}

function useOrganisations(query: { readonly q?: string; readonly id?: string }) {
  const answer = useApi<{ readonly items: readonly OrganisationHit[] }>(`/api/organisations${queryString(query)}`, { keepPrevious: true });
  return { items: answer.data?.items ?? [], loading: answer.isFetching };
}
