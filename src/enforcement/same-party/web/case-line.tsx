import { Link } from '@tanstack/react-router';
import { yuan } from '#law';
import type { PartyCase } from '../contract.ts';
import { ALIKE_LABELS } from '../model.ts';

/** One case in a line: what, whose, how far, with what result. */
export function CaseLine({ one }: { readonly one: PartyCase }) {
  const decided = [one.decidedOn, one.penalty, one.fineFen === null || one.fineFen === 0 ? null : yuan(one.fineFen)].filter(
    (word) => word !== null,
  );
  const words = [one.organName, `${one.openedOn}登记`, one.statusName, ...(one.penalty === null ? [] : [`${decided.join(' ')}`])];
  return (
    <>
      {one.alike === null ? null : <span className="fh-mark fh-mark-wrong">疑似重复：{ALIKE_LABELS[one.alike]}</span>}
      <Link to={`/matters/${one.id}`}>{[one.cause, one.number].filter((word) => word !== null && word !== '').join('　')}</Link>
      <span className="fh-closed">
        {one.kindName} · {words.join(' · ')}
      </span>
    </>
  );
}
