import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { KeptList } from '#registers/power-lists';
import { call } from '#ui/api/client.ts';
import type { FileInfo } from '#ui/api/types.ts';
import { useWork } from '#ui/api/use-work.ts';
import { FilesField } from '#ui/form/files-field.tsx';
import { Section } from '#ui/layout/page.tsx';
import { FailureWords } from '#ui/layout/states.tsx';
import type { SentLine, WorkbookAnswer } from '../contract.ts';
import { ProblemTable } from './difference-list.tsx';

/** 从工作簿载入: the columns of the load; with one row that cannot stand nothing is taken over. */
export function WorkbookPart({ list, take, close }: { list: KeptList; take: (lines: readonly SentLine[]) => void; close: () => void }) {
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  const [answer, setAnswer] = useState<WorkbookAnswer | null>(null);
  const { busy, failure, forget, run } = useWork();
  const file = files[0];
  const read = (id: string): Promise<void> =>
    run(async () => setAnswer(await call<WorkbookAnswer>('POST', '/api/list-changes/workbook', { body: { list, file: id } })));
  return (
    <Section title="从工作簿载入" extra={<Button onClick={close}>关闭</Button>}>
      <p className="fh-hint">
        列与“导出全部栏目”的工作簿相同，可以先导出现行事项，修改后载入：自生效日起以工作簿的一行为准，与现行内容相同的行不计。有一行错误的，一行也不载入。
      </p>
      <FilesField
        label="清单工作簿"
        htmlId="list-change-workbook"
        max={1}
        files={files}
        setFiles={(next) => {
          setFiles(next);
          setAnswer(null);
          forget();
        }}
      />
      {file === undefined || answer !== null ? null : (
        <p>
          <Button type="primary" loading={busy} onClick={() => void read(file.id)}>
            读取工作簿
          </Button>
        </p>
      )}
      {failure === null ? null : (
        <Alert type="error" showIcon role="alert" className="fh-note" title="没有办成" description={<FailureWords failure={failure} />} />
      )}
      {answer === null ? null : <Answered answer={answer} take={take} />}
    </Section>
  );
}

function Answered({ answer, take }: { answer: WorkbookAnswer; take: (lines: readonly SentLine[]) => void }) {
  const { name, ignored, problems, problemCount, same, lines } = answer;
  const words =
    problemCount > 0
      ? `有 ${problemCount} 处错误，没有载入任何一行；更正后重新上传。`
      : `读出 ${lines.length} 行变化${same > 0 ? `，另有 ${same} 行与现行内容相同` : ''}。`;
  return (
    <>
      <p role="status">
        {name}：{words}
      </p>
      {ignored.length === 0 ? null : <p className="fh-hint">不认识、未使用的列：{ignored.join('、')}</p>}
      {problemCount > 0 ? <ProblemTable problems={problems} count={problemCount} lineTitle="工作簿的行" /> : null}
      {problemCount > 0 || lines.length === 0 ? null : (
        <Button type="primary" onClick={() => take(lines)}>
          加入本次调整（{lines.length} 行）
        </Button>
      )}
    </>
  );
}
