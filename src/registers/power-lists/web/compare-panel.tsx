import { Select } from 'antd';
import { useState } from 'react';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { OrganisationPicker } from '#ui/form/organisation-pickers.tsx';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { Comparison } from '../contract.ts';
import type { Difference } from '../differences.ts';
import { LIST_LABELS, type ListKind } from '../model.ts';

const WHAT = { added: '新增', ended: '终止', changed: '变更' } as const;

/** 两日比较: what of one list of one unit is new, gone or worded otherwise. */
export function ComparePanel() {
  const { today } = useSession();
  const [list, setList] = useState<ListKind>('power');
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string>(today);
  return (
    <Section title="一个单位的一份清单在两日之间的变化">
      <search className="fh-filters" aria-label="比较什么">
        <Select
          aria-label="清单"
          value={list}
          onChange={setList}
          popupMatchSelectWidth={false}
          options={Object.entries(LIST_LABELS).map(([value, label]) => ({ value: value as ListKind, label }))}
        />
        <OrganisationPicker label="单位" id={organisation} onPick={(pick) => setOrganisation(pick?.id ?? null)} className="fh-filter" />
        <DayFilter label="前一日" day={from} go={setFrom} />
        <DayFilter label="后一日" day={to} go={setTo} />
      </search>
      {organisation === null ? (
        <EmptyState>选择单位，列出前后两日之间新增、终止和变更的事项。</EmptyState>
      ) : (
        <Differences list={list} organisation={organisation} from={from} to={to} />
      )}
    </Section>
  );
}

function Differences(asked: { list: ListKind; organisation: string; from: string; to: string }) {
  const comparison = useApi<Comparison>(`/api/power-lists/compare${queryString(asked)}`, { keepPrevious: true });
  return (
    <Loaded query={comparison} what="比较">
      {({ differences }) =>
        differences.length === 0 ? (
          <EmptyState>两日之间没有变化。</EmptyState>
        ) : (
          <ul className="fh-parties">
            {differences.map((difference) => (
              <li key={difference.code}>
                <OneDifference difference={difference} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function OneDifference({ difference }: { difference: Difference }) {
  return (
    <>
      <strong>{WHAT[difference.what]}</strong>　{difference.code}　{difference.name}
      {difference.fields.map((field) => (
        <div key={field.label}>
          {field.label}：{field.before === '' ? '（空）' : <del>{field.before}</del>} →{' '}
          {field.after === '' ? '（空）' : <ins>{field.after}</ins>}
        </div>
      ))}
    </>
  );
}
