import { Alert, Button } from 'antd';
import { instantWords } from '../time-words.ts';
import type { FormState } from './use-act-form.ts';

/** What is kept of a form begun: restored, saved just now, or not to be saved. */
export function DraftNote({ form }: { readonly form: FormState }) {
  const { draft } = form;
  if (draft.is === 'restored') {
    return (
      <Alert
        type="info"
        showIcon
        className="fh-note"
        title={`已恢复 ${instantWords(draft.savedAt)} 暂存的内容`}
        action={<Button onClick={() => void form.startOver()}>清空重填</Button>}
      />
    );
  }
  if (draft.is === 'saved')
    return (
      <p className="fh-quiet" role="status">
        草稿已暂存（{instantWords(draft.savedAt).slice(11)}）
      </p>
    );
  if (draft.is === 'unsaved')
    return (
      <Alert type="warning" showIcon className="fh-note" title="草稿暂时存不到服务器，内容仍在本页，网络恢复后自动暂存；请勿关闭页面" />
    );
  return null;
}
