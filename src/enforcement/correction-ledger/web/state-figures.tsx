import { useApi } from '#ui/api/use-api.ts';
import { type ListParams, listPath, withFilter } from '#ui/table/list-params.ts';
import type { CorrectionsCounts } from '../contract.ts';
import { CORRECTION_STATE_LABELS, CORRECTION_STATES, type CorrectionState } from '../model.ts';
import './state-figures.css';

type Props = { readonly params: ListParams; readonly change: (next: ListParams) => void };

/** How many orders stand in each state, as a bar and as figures; a figure lists its orders, once more all of them. */
export function StateFigures({ params, change }: Props) {
  const { state, ...others } = params.filters;
  const asked = useApi<CorrectionsCounts>(listPath('/api/correction-ledger/summary', { ...params, filters: others, sort: null }, {}, null));
  if (asked.data === undefined)
    return asked.isError ? <p role="alert">没有读出各状态的件数。</p> : <p className="fh-quiet">正在读取件数…</p>;
  const { counts } = asked.data;
  const all = CORRECTION_STATES.reduce((sum, one) => sum + counts[one], 0);
  if (all === 0) return null;
  return (
    <>
      <StateBar counts={counts} all={all} />
      <ul className="cl-figures" aria-label="各状态的件数">
        {CORRECTION_STATES.filter((one) => counts[one] > 0 || one === state).map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-pressed={one === state}
              onClick={() => change(withFilter(params, 'state', one === state ? null : one))}
            >
              <b>{counts[one].toLocaleString('en-US')}</b>
              <span className={`cl-dot cl-${one}`} aria-hidden />
              {CORRECTION_STATE_LABELS[one]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The shares alone: the figures stand below it. */
function StateBar({ counts, all }: { readonly counts: Readonly<Record<CorrectionState, number>>; readonly all: number }) {
  return (
    <div className="cl-bar" aria-hidden>
      {CORRECTION_STATES.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} className={`cl-${state}`} style={{ width: `${(counts[state] / all) * 100}%` }} />
      ))}
    </div>
  );
}
