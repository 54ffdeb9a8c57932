import { Button, Checkbox, Input, Radio, Select } from 'antd';
import type { FormFields } from '#law';
import type { FileInfo } from '../api/types.ts';
import { DayControl } from './day-control.tsx';
import { FilesField } from './files-field.tsx';
import { readMoney, writeMoney } from './money.ts';
import { OrganisationPicker, OrganisationsPicker } from './organisation-pickers.tsx';
import { MatterPicker, PersonsPicker } from './pickers.tsx';
import { PowerItemControl } from './power-item-control.tsx';
import { isPick, type Pick as Picked, type TypedValue, wordsOf } from './typed.ts';
import { ViolationControl } from './violation-control.tsx';

export type ControlProps = {
  readonly field: FormFields[string];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly htmlId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** In a cell of a table: no room for choices side by side. */
  readonly compact?: boolean;
};

/** The control of one field; rows have their own. */
export function FieldControl(props: ControlProps) {
  const { field, value, set, htmlId, describedBy, invalid } = props;
  const aria = { id: htmlId, 'aria-describedby': describedBy, 'aria-required': field.required, 'aria-invalid': invalid };
  const status = invalid ? ('error' as const) : ('' as const);
  const text = typeof value === 'string' ? value : '';
  switch (field.as) {
    case 'text': {
      const offering = { label: field.label, aria, status, text, set, max: field.max };
      if (field.powerItem !== undefined) return <PowerItemControl {...offering} kind={field.powerItem} />;
      if (field.violation === true) return <ViolationControl {...offering} />;
      return (
        <Input
          {...aria}
          status={status}
          type={field.clock === true ? 'time' : 'text'}
          value={text}
          onChange={(event) => set(event.target.value)}
          maxLength={field.max * 2}
        />
      );
    }
    case 'longtext':
      return (
        <Input.TextArea
          {...aria}
          status={status}
          value={text}
          onChange={(event) => set(event.target.value)}
          autoSize={{ minRows: 3, maxRows: 16 }}
          showCount={field.max < 5000 ? { formatter: ({ count }) => `${count} / ${field.max}` } : false}
        />
      );
    case 'date':
      return <DayControl aria={aria} status={status} text={text} set={set} />;
    case 'integer':
      return (
        <Input
          {...aria}
          status={status}
          inputMode="numeric"
          className="fh-number"
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'money':
      return <MoneyControl aria={aria} status={status} text={text} set={set} />;
    case 'flag':
      return (
        <Checkbox id={htmlId} checked={value === true} onChange={(event) => set(event.target.checked)}>
          {field.label}
        </Checkbox>
      );
    case 'choice':
      return <ChoiceControl {...props} options={field.options} />;
    case 'personal':
      return <PersonalControl aria={aria} status={status} value={value} set={set} max={field.max} />;
    case 'choices':
      return (
        <Checkbox.Group
          aria-labelledby={`${htmlId}-label`}
          value={textsOf(value)}
          onChange={(values) => set(values.map(String))}
          options={Object.entries(field.options).map(([id, label]) => ({ value: id, label }))}
        />
      );
    default:
      return <PickControl {...props} />;
  }
}

type PersonalProps = Pick<ControlProps, 'value' | 'set'> & { aria: object; status: '' | 'error'; max: number };

/** Words that name somebody; what stands already is not shown, and left as it is until it is typed anew. */
function PersonalControl({ aria, status, value, set, max }: PersonalProps) {
  if (isPick(value))
    return (
      <span>
        {value.name}　<Button onClick={() => set({ words: '', personal: true })}>重新填写</Button>
      </span>
    );
  return (
    <Input
      {...aria}
      status={status}
      value={wordsOf(value)}
      onChange={(event) => set({ words: event.target.value, personal: true })}
      maxLength={max * 2}
    />
  );
}

function MoneyControl({ aria, status, text, set }: { aria: object; status: '' | 'error'; text: string; set: (value: string) => void }) {
  const read = readMoney(text);
  return (
    <span className="fh-money">
      <Input
        {...aria}
        status={status}
        inputMode="decimal"
        className="fh-number"
        suffix="元"
        value={text}
        onChange={(event) => set(event.target.value)}
      />
      {typeof read === 'number' ? <span className="fh-quiet">＝ {writeMoney(read)} 元</span> : null}
    </span>
  );
}

function ChoiceControl({
  field,
  value,
  set,
  htmlId,
  describedBy,
  invalid,
  compact,
  options,
}: ControlProps & { options: Readonly<Record<string, string>> }) {
  const entries = Object.entries(options).map(([id, label]) => ({ value: id, label }));
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  if (entries.length <= 4 && compact !== true) {
    return (
      <Radio.Group
        aria-labelledby={`${htmlId}-label`}
        value={chosen}
        onChange={(event) => set(String(event.target.value))}
        options={entries}
      />
    );
  }
  return (
    <Select
      id={htmlId}
      aria-label={field.label}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={`选择${field.label}`}
      classNames={{ popup: { root: 'fh-wrapping-options' } }}
      value={chosen}
      options={entries}
      onChange={(next: string | undefined) => set(next ?? '')}
    />
  );
}

function PickControl({ field, value, set, htmlId, describedBy, invalid }: ControlProps) {
  const common = { label: field.label, htmlId, invalid, ...(describedBy === undefined ? {} : { describedBy }) };
  const pick = isPick(value) ? value : null;
  switch (field.as) {
    case 'organisation':
      return <OrganisationPicker {...common} id={pick?.id ?? null} {...(pick === null ? {} : { name: pick.name })} onPick={set} />;
    case 'organisations':
      return <OrganisationsPicker {...common} picks={picksOf(value)} onPick={set} />;
    case 'persons':
      return <PersonsPicker {...common} of={field.of} picks={picksOf(value)} onPick={set} />;
    case 'matter':
      return <MatterPicker {...common} kinds={field.kinds} pick={pick} onPick={set} />;
    case 'files':
      return <FilesField {...common} max={field.max} files={filesOf(value)} setFiles={set} />;
    default:
      return null;
  }
}

function listOf(value: TypedValue): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: TypedValue): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

function picksOf(value: TypedValue): readonly Picked[] {
  return listOf(value).filter(isPick);
}

function filesOf(value: TypedValue): readonly FileInfo[] {
  return listOf(value).filter((item): item is FileInfo => isPick(item) && 'size' in item);
}
