import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '#ui/api/client.ts';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { Page } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { PartyCase, SameParty } from '../contract.ts';
import { CaseLine } from './case-line.tsx';

/** One page per party, reached from any of its cases: every case that the reader may see, no number of identity. */
export function PartyPage() {
  const { id = '' } = useParams({ strict: false });
  const path = `/api/matters/${id}/same-party`;
  const told = useApi<SameParty>(path);
  const name = told.data === undefined ? '' : told.data.party.name;
  return (
    <Page
      title={name === '' ? '同一当事人的案件' : `${name}的其他案件`}
      status="按证件号码或者统一社会信用代码比对，不显示号码；仅列您查阅范围内的案件。"
      back={{ to: `/matters/${id}`, label: '本案' }}
    >
      <Loaded query={told} what="案件">
        {(first) =>
          first.items.length === 0 ? (
            <EmptyState>
              {first.isKnown
                ? '在您的查阅范围内没有同一当事人的其他案件。'
                : '本案当事人没有登记证件号码或者统一社会信用代码，不能比对；更正当事人信息后在这里看到。'}
            </EmptyState>
          ) : (
            <Cases path={path} first={first} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Cases({ path, first }: { readonly path: string; readonly first: SameParty }) {
  const [more, setMore] = useState<{ readonly items: readonly PartyCase[]; readonly cursor: string | null } | null>(null);
  const { busy, failure, run } = useWork();
  const cursor = more === null ? first.cursor : more.cursor;
  const goOn = (): Promise<void> =>
    run(async () => {
      const next = await get<SameParty>(`${path}${queryString({ cursor })}`);
      setMore({ items: [...(more?.items ?? []), ...next.items], cursor: next.cursor });
    });
  return (
    <section className="fh-section" aria-label="案件">
      <ul className="fh-now-acts">
        {[...first.items, ...(more?.items ?? [])].map((one) => (
          <li key={one.id}>
            <CaseLine one={one} />
          </li>
        ))}
      </ul>
      {failure === null ? null : (
        <p className="fh-error" role="alert">
          {failure.reason}
        </p>
      )}
      {cursor === null ? null : (
        <Button loading={busy} onClick={() => void goOn()}>
          更多
        </Button>
      )}
    </section>
  );
}
