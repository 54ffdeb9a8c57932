import { Alert, Button } from 'antd';
import { FailureWords } from '#ui/layout/states.tsx';
import type { Checked } from './use-preview-of-lines.ts';

export function CheckButton({ checked, any }: { checked: Checked; any: boolean }) {
  return any ? (
    <Button loading={checked.busy} onClick={() => void checked.check()}>
      核对
    </Button>
  ) : null;
}

/** What the check of all lines has found. */
export function CheckedWords({ checked: { preview, failure } }: { checked: Checked }) {
  if (failure !== null)
    return (
      <Alert type="error" showIcon role="alert" className="fh-note" title="没有核对成" description={<FailureWords failure={failure} />} />
    );
  if (preview === null) return null;
  const { problemCount, backdated } = preview;
  return (
    <div role="status">
      {problemCount > 0 ? (
        <Alert type="warning" showIcon className="fh-note" title={`有 ${problemCount} 处需要更正，更正以后才能送审；可以先保存`} />
      ) : (
        <Alert type="success" showIcon className="fh-note" title="核对无误" />
      )}
      {backdated > 0 ? (
        <Alert type="info" showIcon className="fh-note" title={`有 ${backdated} 项自今日以前的日期起生效或者终止，请写明追溯生效的依据`} />
      ) : null}
    </div>
  );
}
