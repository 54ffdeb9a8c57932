import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { LIST_LABELS } from '#law';
import type { KeptList } from '#registers/power-lists';
import { useApi } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { DraftView } from '../contract.ts';
import { KEPT_LABELS } from '../forms.ts';
import { Editing } from './editing.tsx';
import './list-changes.css';

const isKept = (list: string | null): list is KeptList => list !== null && Object.hasOwn(KEPT_LABELS, list);
const STATUS = '在现行事项中逐项变更、终止，新增事项，或者从工作簿载入；可以随时保存，核对无误后送审。';

/** 调整本单位的清单: a new proposal; the list may be named in the address. */
export function NewListChangePage() {
  const address = new URLSearchParams(useLocation().searchStr);
  const asked = address.get('list');
  const isUnpublished = address.get('published') === 'false';
  const navigate = useNavigate();
  const list = isKept(asked) ? asked : null;
  return (
    <Page title="调整本单位清单" back={{ to: '/lists', label: '清单' }} status={STATUS}>
      <Section title="哪一份清单">
        <Select
          aria-label="哪一份清单"
          placeholder="选择清单"
          className="fh-filter"
          value={list}
          popupMatchSelectWidth={false}
          options={Object.entries(KEPT_LABELS).map(([value, label]) => ({ value, label }))}
          onChange={(next) =>
            void navigate({ href: `/list-changes/new?list=${next}${isUnpublished ? '&published=false' : ''}`, replace: true })
          }
        />
      </Section>
      {list === null ? (
        <EmptyState>选择要录入或者调整的清单。</EmptyState>
      ) : (
        <Editing key={list} id={null} draft={{ list, status: 'drafting', reason: '', grounds: null, lines: [], seq: 1 }} />
      )}
    </Page>
  );
}

/** 修改拟调整的事项. */
export function EditListChangePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const draft = useApi<DraftView>(`/api/list-changes/${id}/draft`);
  const [round, setRound] = useState(1);
  const title = draft.data === undefined ? '修改拟调整的事项' : `修改拟调整的事项：${LIST_LABELS[draft.data.list]}`;
  return (
    <Page title={title} back={{ to: `/list-changes/${id}`, label: '清单调整' }} status={STATUS}>
      <Loaded query={draft} what="拟调整的事项">
        {(found) => <Editing key={`${id}/${round}`} id={id} draft={found} restart={() => setRound(round + 1)} />}
      </Loaded>
    </Page>
  );
}
