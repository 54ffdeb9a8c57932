import { Select } from 'antd';
import type { TickOption } from './form-lists.ts';
import type { TypedValue } from './typed.ts';

type Props = {
  readonly options: readonly TickOption[];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly label: string;
  readonly htmlId: string;
  readonly clears: boolean;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

/** One thing of the matter, chosen by what it is: its number stands nowhere that whoever fills the form in would look. */
export function PickNumber({ options, value, set, label, htmlId, clears, describedBy, invalid }: Props) {
  return (
    <Select
      id={htmlId}
      aria-label={label}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
      allowClear={clears}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={`选择${label}`}
      classNames={{ popup: { root: 'fh-wrapping-options' } }}
      notFoundContent="本件没有可以选的。"
      value={typeof value === 'string' && value !== '' ? value : null}
      options={options.map((one) => ({
        value: one.value,
        label: one.closed === undefined ? one.label : `${one.label}（${one.closed}）`,
        disabled: one.closed !== undefined && one.value !== value,
      }))}
      onChange={(next: string | undefined) => set(next ?? '')}
    />
  );
}
