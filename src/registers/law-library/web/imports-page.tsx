import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { TEXT_PROBLEM_LABELS } from '#law/library/law-text';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { LoadFile, LoadFiles, LoadLine, LoadLines } from '../contract.ts';
import { Conflicts } from './conflicts.tsx';
import './law-library.css';

const STATUS = { open: '读取中', finished: '已载入', cancelled: '已停止' } as const;
const RESULTS = { added: '新增', changed: '更新', unchanged: '未变', refused: '未读' } as const;

/** 法规文本载入: what was loaded, how far it is, what was wrong in the files, and what wants a person's decision. */
export function LawImportsPage() {
  const loads = useApi<LoadLines>('/api/law-library/imports', {
    keepPrevious: true,
    againWhile: ({ items }) => items.some((l) => l.status === 'open'),
  });
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Page
      title="法规文本载入"
      back={{ to: '/laws', label: '法律法规库' }}
      status="支持 .md、.txt、.docx，或者装有它们的 .zip；相同的文本不变，改了的只更新它。"
      actions={
        <>
          <Link to="/new/law-import/open">载入法规文本</Link>
          <Link to="/new/law-links/open">登记条文对应</Link>
        </>
      }
    >
      <Sample />
      <Section title="载入记录">
        <Loaded query={loads} what="载入记录">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState>还没有载入过法规文本。</EmptyState>
            ) : (
              <ul className="ll-hits" aria-label="载入记录">
                {items.map((load) => (
                  <li key={load.id}>
                    <Link to={`/matters/${load.id}`}>{load.source}</Link>
                    <span className="fh-quiet">
                      {'　'}
                      {load.openedOn}　{STATUS[load.status]}
                    </span>
                    <div className="fh-quiet" role={load.status === 'open' ? 'status' : undefined}>
                      {progressWords(load)}
                    </div>
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setShown(shown === load.id ? null : load.id)}
                      aria-expanded={shown === load.id}
                    >
                      逐个文件的结果
                    </Button>
                    {shown === load.id ? <Files id={load.id} /> : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Conflicts latest={loads.data?.items.find((l) => l.status === 'finished')?.id ?? null} />
    </Page>
  );
}

/** Where nothing is at hand to try it with. */
function Sample() {
  if (!useSession().demonstration) return null;
  return (
    <p className="ll-sample">
      <a href="/api/law-library/sample" download>
        下载示例文件
      </a>
      （演示文本，内容虚构）：在“载入法规文本”中上传它，可以看到新增、未变和未读的文件，新旧版本和条号的对应，同一版本的两个文本怎样核定，以及受影响的清单事项怎样交给各单位。
    </p>
  );
}

function progressWords({ status, passed, refused, counts }: LoadLine): string {
  if (counts === null)
    return status === 'open' ? `已读${passed}个文件${refused === 0 ? '' : `，其中${refused}个未读`}` : `停止前读了${passed}个文件`;
  const { added, changed, unchanged, articles, problems } = counts;
  return `新增${added}部，更新${changed}部，未变${unchanged}部，未读${counts.refused}个文件；共${articles}条，文本问题${problems}处`;
}

function Files({ id }: { id: string }) {
  const [after, setAfter] = useState(-1);
  const files = useApi<LoadFiles>(`/api/law-library/imports/${id}/files${queryString({ after })}`, { keepPrevious: true });
  return (
    <Loaded query={files} what="逐个文件的结果">
      {({ items, more }) =>
        items.length === 0 ? (
          <p className="fh-quiet">还没有读到文件。</p>
        ) : (
          <>
            <ul aria-label="逐个文件的结果">
              {items.map((file) => (
                <FileLine key={file.n} file={file} />
              ))}
            </ul>
            {more ? <Button onClick={() => setAfter(items.at(-1)?.n ?? after)}>后面的文件</Button> : null}
          </>
        )
      }
    </Loaded>
  );
}

function FileLine({ file }: { file: LoadFile }) {
  return (
    <li>
      {file.source}：{RESULTS[file.result]}
      {file.reason === null ? `，${file.articles}条` : `，${file.reason}`}
      {file.problemCount === 0 ? null : (
        <details>
          <summary>文本问题{file.problemCount}处</summary>
          <ul>
            {file.problems.map((p) => (
              <li key={`${p.line} ${p.is} ${p.found}`}>
                第{p.line}行：{TEXT_PROBLEM_LABELS[p.is]}
                {p.found === '' ? '' : `（${p.found}）`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
