import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { OrganisationPicker } from '#ui/form/organisation-pickers.tsx';
import { Section } from '#ui/layout/page.tsx';
import { FailureWords } from '#ui/layout/states.tsx';
import type { FileHead, HeadColumn, JobView } from '../contract-imports.ts';
import { COLUMN_KEYS, type ColumnKey, LAYOUT } from '../layout.ts';

const IGNORED: ColumnKey = 'ignored';
const OPTIONS = [
  { value: IGNORED, label: '不导入这一列' },
  ...COLUMN_KEYS.filter((key) => key !== IGNORED).map((key) => ({ value: key, label: LAYOUT[key].title })),
];
const KEYS = COLUMN_KEYS.filter((key) => LAYOUT[key].need === 'key');

/** 列对应: recognised titles are green, the rest is chosen by hand and remembered for the unit's next file. */
export function ImportColumns({ job }: { job: JobView }) {
  const refresh = useRefreshAll();
  const [said, setSaid] = useState<Readonly<Record<string, ColumnKey>>>({});
  const [organ, setOrgan] = useState<{ readonly id: string; readonly name: string } | null>(job.organ);
  const { busy, failure, run: once } = useWork();
  const { head } = job;
  if (head === null) return null;
  const keyOf = (column: HeadColumn): ColumnKey | null => said[column.title] ?? column.key;
  const taken = new Set(head.columns.map(keyOf));
  const missing = KEYS.filter((key) => !taken.has(key) && (key !== 'organName' || organ === null));
  const run = (work: () => Promise<void>): Promise<void> => once(() => work().finally(refresh));
  const at = `/api/penalty-records/imports/${job.id}`;
  const start = (): Promise<void> =>
    run(async () => {
      await call('POST', `${at}/columns`, { body: { titles: said, organ: taken.has('organName') ? null : (organ?.id ?? null) } });
      await call('POST', `${at}/start`);
    });
  const otherSheet = (sheet: string): Promise<void> =>
    run(async () => {
      await call('POST', `${at}/columns`, { body: { titles: said, sheet } });
    });
  return (
    <Section title="二、列对应" extra={<span className="fh-quiet">{recognisedWords(head, keyOf)}</span>}>
      <OtherSheets head={head} choose={(sheet) => void otherSheet(sheet)} />
      <Mapping job={job} head={head} keyOf={keyOf} say={(title, key) => setSaid({ ...said, [title]: key })} />
      {taken.has('organName') ? null : (
        <p className="imp-inline">
          <label htmlFor="import-organ">这些决定由哪个机关作出（文件中没有处罚机关列）</label>
          <OrganisationPicker
            label="处罚机关"
            htmlId="import-organ"
            className="imp-organ"
            id={organ?.id ?? null}
            {...(organ === null ? {} : { name: organ.name })}
            onPick={(pick) => setOrgan(pick)}
          />
        </p>
      )}
      <Gaps head={head} missing={missing} taken={taken} />
      {failure === null ? null : (
        <Alert type="error" showIcon role="alert" className="fh-note" title="还不能开始" description={<FailureWords failure={failure} />} />
      )}
      <p className="imp-actions">
        <Button type="primary" size="large" loading={busy} disabled={missing.length > 0} onClick={() => void start()}>
          开始导入
        </Button>
        <Button disabled={busy} onClick={() => void run(async () => void (await call('POST', `${at}/cancel`)))}>
          不导入了
        </Button>
      </p>
    </Section>
  );
}

function recognisedWords(head: FileHead, keyOf: (column: HeadColumn) => ColumnKey | null): string {
  const known = head.columns.filter((column) => keyOf(column) !== null).length;
  return known === head.columns.length ? `${known} 列全部认出` : `${head.columns.length} 列中认出 ${known} 列`;
}

function OtherSheets({ head, choose }: { head: FileHead; choose: (sheet: string) => void }) {
  const others = head.otherSheets.filter((sheet) => sheet.recognised);
  if (others.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="fh-note"
      title={`工作簿里还有像是处罚决定的工作表，本次只读“${head.sheet}”`}
      description={others.map(({ name }) => (
        <Button key={name} size="small" className="imp-sheet" onClick={() => choose(name)}>
          改读“{name}”
        </Button>
      ))}
    />
  );
}

type MappingProps = {
  readonly job: JobView;
  readonly head: FileHead;
  readonly keyOf: (column: HeadColumn) => ColumnKey | null;
  readonly say: (title: string, key: ColumnKey) => void;
};

function Mapping({ job, head, keyOf, say }: MappingProps) {
  // What needs a person stands first.
  const order = [...head.columns].sort((a, b) => Number(a.key !== null) - Number(b.key !== null) || a.index - b.index);
  return (
    <table className="fh-table imp-mapping" aria-label="列对应">
      <thead>
        <tr>
          <th scope="col">文件中的列</th>
          <th scope="col">对应的栏目</th>
          <th scope="col">前几行的内容</th>
        </tr>
      </thead>
      <tbody>
        {order.map((column) => {
          const key = keyOf(column);
          return (
            <tr key={column.index}>
              <td data-label="文件中的列">{column.title}</td>
              <td data-label="对应的栏目">
                <span className="imp-choice">
                  {key === null ? (
                    <span className="imp-unknown">请选择</span>
                  ) : (
                    <CheckCircleFilled
                      className={key === IGNORED ? 'imp-passed-over' : 'imp-known'}
                      aria-label={key === IGNORED ? '不导入' : '已认出'}
                    />
                  )}
                  <Select
                    aria-label={`“${column.title}”对应的栏目`}
                    className="imp-select"
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder="选择栏目"
                    value={key}
                    options={OPTIONS}
                    popupMatchSelectWidth={false}
                    onChange={(value: ColumnKey) => say(column.title, value)}
                  />
                </span>
                {column.repeated && keyOf(column) === column.key ? <span className="fh-hint">与前面的列重复，只读前一列</span> : null}
              </td>
              <td data-label="前几行的内容" className="imp-sample">
                {job.sample
                  .map((row) => row[column.index] ?? '')
                  .filter((cell) => cell !== '')
                  .join('；') || '（空）'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Gaps({ head, missing, taken }: { head: FileHead; missing: readonly ColumnKey[]; taken: ReadonlySet<ColumnKey | null> }) {
  const unasked = head.missing.filter((key) => !taken.has(key));
  return (
    <>
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="fh-note"
          title={`还缺少必需的列：${missing.map((key) => LAYOUT[key].title).join('、')}`}
          description="请在上面选出哪一列是它；没有这一列就不能入库。"
        />
      )}
      {unasked.length === 0 ? null : (
        <p className="fh-hint">
          文件没有：{unasked.map((key) => LAYOUT[key].title).join('、')}。照样入库，需要这些内容的规则答复无法判断。
        </p>
      )}
      {head.hiddenColumns.length === 0 ? null : <p className="fh-hint">隐藏的列也会读取：{head.hiddenColumns.join('、')}。</p>}
      <p className="fh-hint">手工选择的对应关系会记住，本单位下次导入同样的列名时自动认出。</p>
    </>
  );
}
