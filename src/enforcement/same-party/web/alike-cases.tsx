import { Alert } from 'antd';
import type { MatterView } from '#ui/api/types.ts';
import { CaseLine } from './case-line.tsx';
import { useSameParty } from './use-same-party.ts';

/** A case that may be the same one once more is told of before anything is decided in it; nothing is stopped by it. */
export function AlikeCases({ matter }: { readonly matter: MatterView }) {
  const alike = (useSameParty(matter)?.items ?? []).filter((one) => one.alike !== null);
  if (matter.closed || isDecided(matter.state) || matter.kind === 'penalty-record' || alike.length === 0) return null;
  return (
    <Alert
      className="fh-alike"
      type="warning"
      showIcon
      title={`可能与另${alike.length}件重复。对同一个违法行为，不得给予两次以上罚款（行政处罚法第二十九条），请先核对：`}
      description={
        <ul className="fh-now-acts" aria-label="疑似重复的案件">
          {alike.map((one) => (
            <li key={one.id}>
              <CaseLine one={one} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** Both kinds of penalty keep their decision under this name. */
function isDecided(state: MatterView['state']): boolean {
  return (state['decision'] ?? null) !== null;
}
