import { Select } from 'antd';
import type { Pick } from './typed.ts';

export type Common = {
  readonly label: string;
  readonly htmlId?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly className?: string;
};

export function attributes({ label, htmlId, describedBy, invalid, className }: Common) {
  return {
    'aria-label': label,
    ...(htmlId === undefined ? {} : { id: htmlId }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid === true ? { status: 'error' as const } : {}),
    ...(className === undefined ? {} : { className }),
  };
}

type Option = { readonly value: string; readonly label: string };

/** Several of a list, one after another. */
export function ManyPicker(props: {
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
