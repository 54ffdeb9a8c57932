import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { CONFLICT_LABELS } from '#law/library/library';
import type { MatterView } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { ConflictLine, ConflictLines } from '../contract.ts';
import { lawPath } from './law-words.ts';
import { SettleDrawer } from './settle-conflict.tsx';

/** 需要核定的矛盾: each with what contradicts what; whoever may settle it does so from here. */
export function Conflicts({ latest }: { latest: string | null }) {
  const conflicts = useApi<ConflictLines>('/api/law-library/conflicts');
  const load = useApi<MatterView>(latest === null ? null : `/api/matters/${latest}`);
  const [open, setOpen] = useState<ConflictLine | null>(null);
  const [said, setSaid] = useState('');
  const mayFor = load.data?.acts.some((act) => act.act === 'settle-conflict' && act.allowed !== false) === true ? latest : null;
  return (
    <Section title="需要核定的矛盾">
      <p role="status" className={said === '' ? 'fh-sr' : 'll-said'}>
        {said}
      </p>
      <Loaded query={conflicts} what="矛盾">
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState>文本之间没有矛盾。</EmptyState>
          ) : (
            <>
              <p className="fh-quiet ll-note">
                {total > items.length ? `共${total}处，先列${items.length}处。` : `共${total}处。`}
                {mayFor === null ? '由市级司法行政部门在页面上载入过文本以后逐处核定。' : '核对公布的文本以后逐处核定。'}
              </p>
              <ul className="ll-hits" aria-label="矛盾">
                {items.map((c) => (
                  <li key={`${c.is} ${c.law} ${c.says}`}>
                    <Link to={lawPath(c.law)}>
                      《{c.law}》{c.edition ?? ''}
                    </Link>
                    <div className="fh-quiet">
                      {CONFLICT_LABELS[c.is]}。{c.says}
                    </div>
                    {mayFor === null ? null : (
                      <Button size="small" aria-label={`核定《${c.law}》的矛盾：${CONFLICT_LABELS[c.is]}`} onClick={() => setOpen(c)}>
                        核定
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <SettleDrawer conflict={open} load={mayFor} close={() => setOpen(null)} done={setSaid} />
    </Section>
  );
}
