import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { download } from '../api/client.ts';
import { queryString } from '../api/query-string.ts';
import type { CaseFileInfo, CaseFilePaper } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { useWork } from '../api/use-work.ts';
import { FormFailure } from '../form/form-failure.tsx';
import { EmptyState, Loaded } from '../layout/states.tsx';
import { fileSize } from './file-list.tsx';
import { useReadingReason } from './reading-reason.tsx';

/** 案卷: the list of contents as it will be bound, the volumes as PDF, and chosen papers as one PDF to be printed at once. */
export function CaseFileTab({ matterId }: { matterId: string }) {
  const caseFile = useApi<CaseFileInfo>(`/api/matters/${matterId}/case-file`);
  return (
    <Loaded query={caseFile} what="卷内目录">
      {(info) =>
        info.volumes.length === 0 ? (
          <EmptyState>还没有可以装订的材料。文书出具、材料上传以后，在这里看到卷内目录。</EmptyState>
        ) : (
          <Bound key={matterId} matterId={matterId} info={info} />
        )
      }
    </Loaded>
  );
}

function Bound({ matterId, info }: { matterId: string; info: CaseFileInfo }) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [double, setDouble] = useState(false);
  const { withReason } = useReadingReason();
  const work = useWork();
  const print = (more: { readonly volume?: string; readonly only?: string }): Promise<void> =>
    work.run(() =>
      download(withReason(`/api/matters/${matterId}/case-file/pdf${queryString({ ...more, double: double ? '1' : null })}`), '案卷.pdf'),
    );
  return (
    <>
      <p className="fh-choice-row">
        {info.volumes.map(({ volume, name }) => (
          <Button key={volume} type="primary" ghost loading={work.busy} onClick={() => print({ volume })}>
            {name} PDF
          </Button>
        ))}
        <Button disabled={ticked.length === 0} loading={work.busy} onClick={() => print({ only: ticked.join(',') })}>
          打印选中的{ticked.length === 0 ? '' : ` ${ticked.length} 份`}
        </Button>
        <Checkbox checked={double} onChange={(event) => setDouble(event.target.checked)}>
          双面打印（每份材料从正面起）
        </Checkbox>
      </p>
      <FormFailure failure={work.failure} marked={0} elsewhere={[]} />
      <Packages matterId={matterId} info={info} busy={work.busy} run={work.run} />
      {info.volumes.map(({ volume, name, papers }) => (
        <section key={volume} className="fh-volume" aria-label={`${name}目录`}>
          <h3 className="fh-group">
            {name}　{papers.length} 份
          </h3>
          <Contents papers={papers} ticked={ticked} tick={setTicked} />
        </section>
      ))}
      {info.isOne ? null : <p className="fh-hint">正卷、副卷的分法和次序照通行做法，待核定；可以由管理员在参数中改为装订一卷。</p>}
    </>
  );
}

type PackagesProps = {
  readonly matterId: string;
  readonly info: CaseFileInfo;
  readonly busy: boolean;
  readonly run: (step: () => Promise<void>) => Promise<void>;
};

/**
 * 归档包 as each archiving has put it into store, with the digest that its act holds. One made now is offered only where none in
 * store is of today's case file: it is of the same contents, but nothing is kept of it.
 */
function Packages({ matterId, info: { packages, hasArchive }, busy, run }: PackagesProps) {
  const fetch = (version: string) => run(() => download(`/api/matters/${matterId}/archive-package${version}`, '归档包.zip'));
  return (
    <>
      {packages.length === 0 ? null : (
        <>
          <p className="fh-hint">归档包由平台在归档时入库，摘要记入办理记录；下载后可以用摘要核对是否改动。</p>
          <ul className="fh-files" aria-label="入库的归档包">
            {packages.map(({ no, on, sha256, size, isCurrent }) => (
              <li key={no}>
                <Button type="link" size="small" loading={busy} onClick={() => fetch(`?version=${no}`)}>
                  第{no}次归档的归档包（ZIP）
                </Button>
                <span className="fh-quiet">
                  {on} 入库，{fileSize(size)}
                  {isCurrent ? '' : '，以后又有办理'}
                </span>
                <span className="fh-quiet fh-digest">SHA-256 {sha256}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!hasArchive || packages.some(({ isCurrent }) => isCurrent) ? null : (
        <p className="fh-choice-row">
          <Button loading={busy} onClick={() => fetch('')}>
            按现在的案卷生成归档包（ZIP）
          </Button>
          <span className="fh-hint">
            {packages.length === 0 ? '归档包还没有入库。' : '入库以后案件又有办理。'}现在生成的不入库，不留摘要。
          </span>
        </p>
      )}
    </>
  );
}

type ContentsProps = {
  readonly papers: readonly CaseFilePaper[];
  readonly ticked: readonly string[];
  readonly tick: (ids: readonly string[]) => void;
};

function Contents({ papers, ticked, tick }: ContentsProps) {
  return (
    <ol className="fh-files">
      {papers.map((paper) => (
        <li key={paper.id}>
          <Checkbox
            checked={ticked.includes(paper.id)}
            disabled={paper.isListed}
            onChange={(event) => tick(event.target.checked ? [...ticked, paper.id] : ticked.filter((id) => id !== paper.id))}
          >
            {paper.name}
            {paper.number === null ? '' : `　${paper.number}`}
          </Checkbox>
          <span className="fh-quiet">
            {paper.isVoid ? '作废　' : ''}
            {paper.on ?? '随卷生成'}
          </span>
        </li>
      ))}
    </ol>
  );
}
