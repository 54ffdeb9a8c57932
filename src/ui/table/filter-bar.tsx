import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { DayFilter } from '../form/day-filter.tsx';
import { OrganisationPicker } from '../form/organisation-pickers.tsx';
import { usePhone } from '../media.ts';
import type { Filter } from './columns.ts';
import type { ListParams } from './list-params.ts';
import { FIRST_PAGE, withFilter } from './list-params.ts';

type Props = { readonly filters: readonly Filter[]; readonly params: ListParams; readonly change: (next: ListParams) => void };

export function FilterBar({ filters, params, change }: Props) {
  const phone = usePhone();
  if (filters.length === 0) return null;
  const count = Object.keys(params.filters).length;
  const bar = <FilterFields filters={filters} params={params} change={change} />;
  if (!phone) return bar;
  return (
    <details className="fh-filters-fold">
      <summary>筛选{count > 0 ? `（已选 ${count} 项）` : ''}</summary>
      {bar}
    </details>
  );
}

function FilterFields({ filters, params, change }: Props) {
  const any = Object.keys(params.filters).length > 0;
  return (
    <search className="fh-filters" aria-label="筛选">
      {filters.map((filter) => (
        <FilterField
          key={filter.id}
          filter={filter}
          value={params.filters[filter.id] ?? ''}
          set={(value) => change(withFilter(params, filter.id, value))}
        />
      ))}
      {any ? (
        <Button type="link" onClick={() => change({ ...FIRST_PAGE, sort: params.sort })}>
          清除筛选
        </Button>
      ) : null}
    </search>
  );
}

function FilterField({ filter, value, set }: { filter: Filter; value: string; set: (value: string | null) => void }) {
  switch (filter.as) {
    case 'text':
      return <TextFilter key={value} label={filter.label} hint={filter.hint ?? filter.label} value={value} set={set} />;
    case 'choice':
      return (
        <Select
          allowClear
          aria-label={filter.label}
          placeholder={filter.label}
          value={value === '' ? null : value}
          onChange={(next: string | undefined) => set(next ?? null)}
          options={Object.entries(filter.options).map(([id, label]) => ({ value: id, label }))}
          popupMatchSelectWidth={false}
          className="fh-filter"
        />
      );
    case 'date':
      return <DayFilter label={filter.label} day={value} clears go={(day) => set(day === '' ? null : day)} />;
    case 'organisation':
      return (
        <OrganisationPicker
          label={filter.label}
          id={value === '' ? null : value}
          onPick={(pick) => set(pick?.id ?? null)}
          className="fh-filter"
        />
      );
  }
}

function TextFilter({ label, hint, value, set }: { label: string; hint: string; value: string; set: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <Input.Search
      aria-label={label}
      placeholder={hint}
      value={typed}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(text) => set(text.trim())}
      className="fh-filter-text"
    />
  );
}
