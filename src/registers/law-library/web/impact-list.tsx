import { Link } from '@tanstack/react-router';
import { CITING_LABELS, type ImpactItem } from '../model.ts';
import './law-library.css';

/** 法规变动影响: every citation that wants a look, by what it stands in; what can be opened leads there. */
export function ImpactList({ items }: { items: readonly ImpactItem[] }) {
  return (
    <ul className="ll-hits" aria-label="受影响的引用">
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <li key={i}>
          <span className="fh-quiet">{CITING_LABELS[item.what]}　</span>
          <Cited item={item} />
          <div>
            {item.place}：{item.reason}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Cited({ item: { what, title, ref } }: { item: ImpactItem }) {
  const under = PAGES[what];
  if (ref === null || under === undefined) return title;
  return <Link to={`/${under}/${ref}` as string}>{title}</Link>;
}

/** Where what is cited in can be read. */
const PAGES: Readonly<Partial<Record<ImpactItem['what'], string>>> = {
  'list-entry': 'lists',
  benchmark: 'benchmarks',
  rule: 'rules',
  draft: 'matters',
  case: 'matters',
  finding: 'findings',
};
