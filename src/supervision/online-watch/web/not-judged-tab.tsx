import { Link } from '@tanstack/react-router';
import { useApi } from '#ui/api/use-api.ts';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { NotJudged } from '../contract.ts';
import { ruleNumber } from './rule-words.ts';

type Answer = Omit<NotJudged, 'items'> & { readonly items: readonly (NotJudged['items'][number] & { readonly title: string })[] };

/** 无法判断: which rule lacks which fact, for how many matters. Never shown as lawful. */
export function NotJudgedTab() {
  const answer = useApi<Answer>('/api/findings/not-judged');
  return (
    <div className="fh-list">
      <Loaded query={answer} what="无法判断的情况">
        {({ judged, units, items }) =>
          items.length === 0 ? (
            <EmptyState>
              {judged + units === 0 ? '规则还没有判断过任何事项。' : `已判断 ${judged} 件，没有因缺少数据而无法判断的。`}
            </EmptyState>
          ) : (
            <>
              <p className="fh-quiet ow-hint">
                共判断 {judged.toLocaleString('en-US')} 件、{units.toLocaleString('en-US')}{' '}
                个单位年度。缺少数据的既不算合法也不算疑似；补充数据后自动重新判断。平台尚无数据可以回答的其他规则见
                <Link to="/rules">监督规则</Link>。
              </p>
              <div className="fh-table-wrap">
                <table className="fh-table" aria-label="无法判断">
                  <thead>
                    <tr>
                      <th scope="col">规则</th>
                      <th scope="col">缺少的数据</th>
                      <th scope="col" className="fh-right">
                        数量
                      </th>
                      <th scope="col" className="fh-right">
                        占比
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((item) => (
                      <tr key={`${item.rule}${item.missing}${item.of}`}>
                        <td>
                          <Link to={`/rules/${item.rule}`}>
                            {ruleNumber(item.rule)} {item.title === item.rule ? '' : item.title}
                          </Link>
                        </td>
                        <td>{item.missing}</td>
                        <td className="fh-right">
                          {item.count.toLocaleString('en-US')} {item.of === 'unit' ? '个单位年度' : '件'}
                        </td>
                        <td className="fh-right">{Math.round((100 * item.count) / Math.max(1, item.of === 'unit' ? units : judged))}%</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
