import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import { daysBetween, parseLocalDate } from '#law';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import { dayOfInstant } from '#ui/time-words.ts';

type Draft = {
  readonly subject: string;
  readonly savedAt: string;
  readonly kind: string;
  readonly act: string;
  readonly kindName: string;
  readonly actName: string;
  readonly opens: boolean;
  readonly matterId: string | null;
  readonly title: string | null;
  readonly from: string | null;
};

const DRAFTS = '/api/drafts';
const FEW = 5;

/** Forms begun and never sent in: they are kept until somebody throws them away, so how old they are is said. */
export function DraftsSection() {
  const kept = useApi<{ readonly drafts: readonly Draft[] }>(DRAFTS);
  const client = useQueryClient();
  const drafts = kept.data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const discard = async (subject: string): Promise<void> => {
    await call('DELETE', `${DRAFTS}/${encodeURIComponent(subject)}`);
    await client.invalidateQueries({ queryKey: ['api', DRAFTS] });
  };
  const line = (draft: Draft) => <DraftLine key={draft.subject} draft={draft} discard={() => discard(draft.subject)} />;
  return (
    <Section title={`没有提交的草稿 ${drafts.length}`}>
      <ul className="fh-notices fh-drafts">{drafts.slice(0, FEW).map(line)}</ul>
      {drafts.length > FEW ? (
        <details>
          <summary>其余 {drafts.length - FEW} 份</summary>
          <ul className="fh-notices fh-drafts">{drafts.slice(FEW).map(line)}</ul>
        </details>
      ) : null}
    </Section>
  );
}

function DraftLine({ draft, discard }: { readonly draft: Draft; readonly discard: () => Promise<void> }) {
  const { today } = useSession();
  const [trouble, setTrouble] = useState<string | null>(null);
  const name = `${draft.kindName}：${draft.actName}`;
  const href = hrefOf(draft);
  return (
    <li>
      <span className="fh-quiet">
        {ageWords(draft.savedAt, today)}
        <Popconfirm
          title="删除这份草稿？填写的内容不能找回。"
          okText="删除"
          cancelText="保留"
          onConfirm={() => discard().catch((error: unknown) => setTrouble(failureOf(error).reason))}
        >
          <button type="button" className="fh-linkish fh-quiet" aria-label={`删除草稿：${name}`}>
            删除
          </button>
        </Popconfirm>
      </span>
      {href === null ? <span>{name}（事项已不在您的查阅范围）</span> : <Link to={href}>{name}</Link>}
      {draft.title === null ? null : <span className="fh-quiet">{draft.title}</span>}
      {trouble === null ? null : (
        <span className="fh-error" role="alert">
          没有删除：{trouble}
        </span>
      )}
    </li>
  );
}

function hrefOf({ kind, act, opens, matterId, from }: Draft): string | null {
  if (opens) return `/new/${kind}/${act}${queryString({ from })}`;
  return matterId === null ? null : `/matters/${matterId}${queryString({ act })}`;
}

/** 今天保存 · 3 天前保存. */
function ageWords(savedAt: string, today: string): string {
  const day = parseLocalDate(today);
  const days = day === null ? 0 : daysBetween(dayOfInstant(savedAt), day);
  return days <= 0 ? '今天保存' : `${days} 天前保存`;
}
