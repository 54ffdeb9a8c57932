import { Link } from '@tanstack/react-router';
import { LIST_LABELS } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import { useHasRole } from '#ui/session.tsx';
import type { MissingView } from '../contract.ts';
import { KEEPERS } from '../lifecycle/who.ts';

/** On the workbench: what the post's own unit has not entered yet; nothing where nothing is missing. Who keeps the lists is led to them. */
export function MissingLists() {
  const { data } = useApi<MissingView>('/api/list-changes/missing');
  const mayKeep = useHasRole(KEEPERS);
  if (data === undefined || (data.missing.length === 0 && data.unpublished.length === 0)) return null;
  return (
    <Section title="本单位清单">
      <ul className="fh-parties">
        {data.missing.map((list) => (
          <li key={list}>
            {LIST_LABELS[list]}还没有录入　{mayKeep ? <Link to={`/list-changes/new?list=${list}`}>录入</Link> : null}
          </li>
        ))}
        {data.unpublished.map(({ list, count }) => (
          <li key={list}>
            {LIST_LABELS[list]}有 {count} 项没有写公布日期　
            {mayKeep ? <Link to={`/list-changes/new?list=${list}&published=false`}>补记</Link> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
