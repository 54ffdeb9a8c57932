import { Alert, Button } from 'antd';
import type { FormFields } from '#law';
import type { ActPreview, Problem } from '../api/types.ts';
import { LawTag } from '../law/law-tag.tsx';
import { Sheets } from '../matter/drawn-pages.tsx';
import type { Prints } from './act-form-props.ts';
import { pathParts } from './place-problems.ts';
import type { PreviewState } from './use-preview.ts';

type Props = {
  readonly state: PreviewState;
  readonly prints: Prints;
  readonly fields: FormFields;
  /** What the form itself finds missing, without waiting for the server. */
  readonly lacking: readonly Problem[];
  readonly jump: (path: string) => void;
  readonly which: number;
  readonly choose: (which: number) => void;
};

/** 预览（所见即所印）: what is missing, what would be refused, the number to come, and the pages. */
export function PreviewPane({ state, prints, fields, lacking, jump, which, choose }: Props) {
  const { preview, page, reason, busy } = state;
  const missing = lacking.length > 0 ? lacking : (preview?.missing ?? []);
  const name = preview?.documents[preview.shown]?.name ?? '文书';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself and must be reached by the keyboard.
    <section className="fh-preview" aria-label="预览（所见即所印）" tabIndex={0}>
      <div className="fh-preview-head">
        <h3 className="fh-group">预览（所见即所印）</h3>
        <span className="fh-quiet" role="status">
          {busy ? '正在更新版面…' : page === null ? '' : `共 ${page.pages} 页`}
        </span>
      </div>
      {missing.length === 0 ? null : <Missing fields={fields} missing={missing} jump={jump} />}
      {preview?.refusal == null ? null : (
        <Alert
          type="warning"
          showIcon
          className="fh-note"
          title={`按现在的内容还不能办理：${preview.refusal.reason}`}
          description={
            preview.refusal.cite === null ? undefined : <LawTag article={preview.refusal.article ?? ''} cite={preview.refusal.cite} />
          }
        />
      )}
      {preview === null || preview.documents.length === 0 ? null : <NumberToCome preview={preview} prints={prints} />}
      {preview === null || preview.documents.length < 2 ? null : (
        <div className="fh-choice-row">
          {preview.documents.map((one, i) => (
            <Button
              key={one.name}
              size="small"
              ghost={i === which}
              type={i === which ? 'primary' : 'default'}
              aria-pressed={i === which}
              onClick={() => choose(i)}
            >
              {one.name}
            </Button>
          ))}
        </div>
      )}
      {preview === null && reason === null ? <p className="fh-empty">正在按所填内容生成版面……</p> : null}
      {reason === null ? null : <p className="fh-empty">版面暂时不能显示：{reason}（不影响填写和办理）</p>}
      {preview?.noPage == null ? null : <p className="fh-empty">{preview.noPage.words}</p>}
      {page === null ? null : <Sheets drawn={page} name={name} />}
    </section>
  );
}

function NumberToCome({ preview, prints }: { preview: ActPreview; prints: Prints }) {
  const later = '文号、核验码和二维码在签发时取得；成文日期按今天显示，以签发之日为准。';
  if (prints === 'prepares') return <p className="fh-hint">{preview.number === null ? '成文日期按今天显示，以出具之日为准。' : later}</p>;
  if (preview.number === null) return <p className="fh-hint">确认后即按此版面出具，不再改动。</p>;
  return (
    <div className="fh-number-to-come">
      拟编文号：<strong>{preview.number}</strong>
      <p className="fh-hint">
        除“未签发”字样、核验码和二维码外，与签发后用印的版面一致。正式文号在签发时取得；其间另有文书先签发的，顺次后移。
      </p>
    </div>
  );
}

function Missing({ fields, missing, jump }: { fields: FormFields; missing: readonly Problem[]; jump: (path: string) => void }) {
  return (
    <div className="fh-missing">
      <strong>还缺 {missing.length} 处</strong>
      <ul>
        {missing.map((problem) => (
          <li key={problem.path}>
            <button type="button" className="fh-law" onClick={() => jump(problem.path)}>
              {placeWords(fields, problem)}
            </button>
            {/^请/.test(problem.reason) ? null : <span className="fh-quiet">　{problem.reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** 问题清单 第2行：违反的规定 */
function placeWords(fields: FormFields, { path, label }: Problem): string {
  const [key = '', row, ...rest] = pathParts(path);
  if (row === undefined || rest.length === 0) return label === '' ? (fields[key]?.label ?? path) : label;
  return `${fields[key]?.label ?? key}第${Number(row) + 1}行：${label}`;
}
