import { Alert } from 'antd';
import type { MatterView } from '#ui/api/types.ts';
import { isBeingOpened } from './being-opened.ts';
import { CaseLine } from './case-line.tsx';
import { useSameParty } from './use-same-party.ts';

/**
 * A case that may be the same one once more is told of while it is being opened; nothing is stopped by it. Whoever has gone on
 * has answered it: from then on it stands as a fact beside the party.
 */
export function AlikeCases({ matter }: { readonly matter: MatterView }) {
  const alike = (useSameParty(matter)?.items ?? []).filter((one) => one.alike !== null);
  if (!isBeingOpened(matter) || alike.length === 0) return null;
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
