import { Alert, Button } from 'antd';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState } from '#ui/layout/states.tsx';
import { WordTable } from '#ui/table/word-table.tsx';

type RowProblem = { readonly line: number; readonly column: string; readonly value: string; readonly reason: string };
type Change = {
  readonly line: number;
  readonly what: 'added' | 'changed' | 'ended';
  readonly subject: string;
  readonly from: string;
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};
export type Preview = {
  readonly registerName: string;
  readonly file: { readonly name: string; readonly rows: number };
  readonly ignoredColumns: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly warnings: readonly { readonly line: number; readonly subject: string; readonly reason: string }[];
  readonly warningCount: number;
  readonly changes: readonly Change[];
  readonly changeCount: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly ended: number; readonly unchanged: number };
  readonly basis: string;
};

const WHAT = { added: '新增', changed: '变更', ended: '终止' } as const;

/** What the file would change, or every error in it; with an error nothing can be confirmed. */
export function LoadPreview({ preview, busy, confirm }: { preview: Preview; busy: boolean; confirm: () => void }) {
  const { counts } = preview;
  const words = `新增 ${counts.added}，变更 ${counts.changed}，终止 ${counts.ended}，不变 ${counts.unchanged}`;
  return (
    <>
      <Section title={`二、${preview.registerName}：${preview.file.name} 共 ${preview.file.rows} 行`}>
        <p>{preview.problemCount > 0 ? `有 ${preview.problemCount} 处错误，更正后重新上传；没有载入任何内容。` : words}</p>
        {preview.ignoredColumns.length === 0 ? null : <p className="fh-hint">不认识、未使用的列：{preview.ignoredColumns.join('、')}</p>}
        {preview.problemCount > 0 || preview.warningCount === 0 ? null : <Warnings preview={preview} />}
        {preview.problemCount > 0 ? <Problems preview={preview} /> : <Changes preview={preview} />}
      </Section>
      {preview.problemCount > 0 || preview.changeCount === 0 ? null : (
        <p>
          <Button type="primary" size="large" loading={busy} onClick={confirm}>
            确认载入（{words}）
          </Button>
        </p>
      )}
    </>
  );
}

/** Each unit by name; what follows is the same for all and is said once. */
function Warnings({ preview: { warnings, warningCount } }: { preview: Preview }) {
  const reasons = [...new Set(warnings.map((w) => w.reason))];
  return reasons.map((reason) => {
    const units = warnings.filter((w) => w.reason === reason);
    return (
      <Alert
        key={reason}
        type="warning"
        showIcon
        role="alert"
        className="fh-note"
        title={`${warningCount}个单位${reason}`}
        description={
          <>
            <ul aria-label="注意">
              {units.map((w) => (
                <li key={`${w.line}:${w.subject}`}>
                  第{w.line}行 {w.subject}
                </li>
              ))}
            </ul>
            <More shown={units.length} count={warningCount} />
          </>
        }
      />
    );
  });
}

function Problems({ preview: { problems, problemCount } }: { preview: Preview }) {
  return (
    <WordTable
      label="错误"
      titles={['行', '列', '填写的内容', '原因']}
      turning={['填写的内容', '原因']}
      count={problemCount}
      rows={problems.map(({ line, column, value, reason }) => [String(line), column, value, reason])}
    />
  );
}

function Changes({ preview }: { preview: Preview }) {
  if (preview.changeCount === 0) return <EmptyState>文件与现有名录一致，没有需要载入的改动。</EmptyState>;
  return (
    <div className="fh-table-wrap">
      <table className="fh-table" aria-label="改动">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">改动</th>
            <th scope="col">对象</th>
            <th scope="col">自</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {preview.changes.map((change) => (
            <tr key={`${change.line}:${change.subject}:${change.from}`}>
              <td>{change.line}</td>
              <td>{WHAT[change.what]}</td>
              <td>{change.subject}</td>
              <td>{change.from}</td>
              <td>
                {change.what === 'added'
                  ? ''
                  : change.fields.map((field) => (
                      <div key={field.label}>
                        {field.label}：{field.before === '' ? '（空）' : field.before} → {field.after === '' ? '（空）' : field.after}
                      </div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={preview.changes.length} count={preview.changeCount} />
    </div>
  );
}

function More({ shown, count }: { shown: number; count: number }) {
  return shown < count ? (
    <p className="fh-hint">
      只显示前 {shown} 条，共 {count} 条。
    </p>
  ) : null;
}
