import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { type Column, defaultColumns } from './columns.ts';

type Props<T> = {
  readonly columns: readonly Column<T>[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
};

export function ColumnChooser<T>({ columns, chosen, choose }: Props<T>) {
  const optional = columns.filter((column) => column.always !== true);
  if (optional.length < 2) return null;
  const content = (
    <div className="fh-chooser">
      {optional.map((column) => (
        <Checkbox
          key={column.id}
          checked={chosen.includes(column.id)}
          onChange={(event) => choose(event.target.checked ? [...chosen, column.id] : chosen.filter((id) => id !== column.id))}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => choose(defaultColumns(columns))}>
        恢复默认
      </Button>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title="显示哪些列">
      <Button icon={<SettingOutlined aria-hidden />}>列</Button>
    </Popover>
  );
}
