import { useNavigate } from '@tanstack/react-router';
import type { FindingTab } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { dayOfInstant } from '#ui/time-words.ts';
import type { FindingGroup } from '../contract.ts';

type Props = { readonly tab: FindingTab; readonly by: 'rule' | 'organisation' };

/** The same findings by rule or by unit; a line opens the list of its own. */
export function FindingsGroups({ tab, by }: Props) {
  const navigate = useNavigate();
  const groups = useApi<{ readonly items: readonly FindingGroup[] }>(`/api/findings/groups?by=${by}&tab=${tab}`);
  const what = by === 'rule' ? '规则' : '单位';
  const open = (group: FindingGroup): void => void navigate({ href: `/findings?tab=${tab}&${by}=${group.id}` });
  return (
    <div className="fh-list">
      <Loaded query={groups} what="预警">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>没有这类预警。</EmptyState>
          ) : (
            <div className="fh-table-wrap">
              <table className="fh-table" aria-label={`按${what}汇总`}>
                <thead>
                  <tr>
                    <th scope="col">{what}</th>
                    <th scope="col" className="fh-right">
                      红
                    </th>
                    <th scope="col" className="fh-right">
                      橙
                    </th>
                    <th scope="col" className="fh-right">
                      黄
                    </th>
                    <th scope="col" className="fh-right">
                      合计
                    </th>
                    <th scope="col">最近发现</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((group) => (
                    <tr key={group.id} className="fh-row-opens" onClick={() => open(group)}>
                      <td>
                        <button type="button" className="fh-linkish" onClick={() => open(group)}>
                          {by === 'rule' ? `${group.id} ${group.name ?? ''}` : group.name}
                        </button>
                      </td>
                      <td className="fh-right">{group.red}</td>
                      <td className="fh-right">{group.orange}</td>
                      <td className="fh-right">{group.yellow}</td>
                      <td className="fh-right">{group.count}</td>
                      <td className="fh-nowrap">{dayOfInstant(group.latest)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </div>
  );
}
