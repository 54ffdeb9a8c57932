import { Alert } from 'antd';
import { formatCitation } from '#law';
import type { Failure } from '../api/failure.ts';
import type { Problem } from '../api/types.ts';
import { FailureWords } from '../layout/states.tsx';

type Props = { readonly failure: Failure | null; readonly marked: number; readonly elsewhere: readonly Problem[] };

/** What the server (or the form itself) said, above the buttons. */
export function FormFailure({ failure, marked, elsewhere }: Props) {
  if (failure === null) return null;
  if (failure.is === 'input') {
    const listed = elsewhere.map((problem) => `${problem.label} ${problem.reason}`.trim());
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        className="fh-note"
        title={marked > 0 ? `有 ${marked} 处需要更正，已在各处标明` : failure.reason}
        description={listed.length === 0 ? undefined : listed.join('；')}
      />
    );
  }
  const refused = failure.is === 'refused';
  return (
    <Alert
      type={refused ? 'warning' : 'error'}
      showIcon
      role="alert"
      className="fh-note"
      title={refused ? `暂不能办理${failure.cite === null ? '' : `（${formatCitation(failure.cite)}）`}` : '没有办成'}
      description={
        <>
          <FailureWords failure={failure} />
          {failure.is === 'offline' ? '；已填写的内容仍保留在本页' : null}
        </>
      }
    />
  );
}
