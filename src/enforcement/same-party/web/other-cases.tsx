import { Link } from '@tanstack/react-router';
import type { MatterView } from '#ui/api/types.ts';
import type { SameParty } from '../contract.ts';
import { isBeingOpened } from './being-opened.ts';
import { useSameParty } from './use-same-party.ts';

/** How many other cases of the party the reader may see and the way to them; after its opening, also how many may be this one once more. */
export function OtherCases({ matter }: { readonly matter: MatterView }) {
  const told = useSameParty(matter);
  if (told === undefined) return null;
  const alike = isBeingOpened(matter) ? 0 : told.items.filter((one) => one.alike !== null).length;
  return (
    <>
      <OfParty id={matter.id} told={told} />
      {alike === 0 ? null : (
        <p className="fh-closed">
          <Link to={`/matters/${matter.id}/party`}>疑似重复的 {alike} 件</Link>
        </p>
      )}
    </>
  );
}

function OfParty({ id, told }: { readonly id: string; readonly told: SameParty }) {
  const { count, exact } = told.total;
  if (!told.isKnown) return <p className="fh-closed">没有登记证件号码或者统一社会信用代码，不能比对以前的案件。</p>;
  if (count === 0) return <p className="fh-closed">在您的查阅范围内没有同一当事人的其他案件。</p>;
  return (
    <p>
      <Link to={`/matters/${id}/party`}>
        同一当事人的其他案件 {count}
        {exact ? '' : ' 以上'} 件
      </Link>
    </p>
  );
}
