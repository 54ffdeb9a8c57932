import { Link } from '@tanstack/react-router';
import type { MatterLink, MatterView } from '#ui/api/types.ts';

/** How the other matter stands to this one, seen from here. */
const RELATIONS: Readonly<Record<string, readonly [string, string]>> = {
  'opened-from': ['来自', '引出'],
  follows: ['接续', '后续'],
  'same-subject': ['同一对象', '同一对象'],
  'merged-into': ['并入', '并入本件的'],
};

function relationWords(link: MatterLink): string {
  const words = RELATIONS[link.relation];
  return words === undefined ? '相关' : words[link.mine ? 0 : 1];
}

/** The kind is said once: most titles begin with it. */
function titleWithKind({ kindName, title }: MatterLink): string {
  const [head = ''] = title.split('：');
  return kindName.endsWith(head) ? title : `${kindName}：${title}`;
}

/** 相关: who takes part, and the matters that stand to this one. */
export function Related({ matter }: { matter: MatterView }) {
  return (
    <>
      <ul className="fh-parties">
        {matter.parties.map((party) => (
          <li key={`${party.as}:${party.organisationId}`}>
            <span className="fh-quiet">{party.asName}</span>　{party.name}
          </li>
        ))}
      </ul>
      {matter.links.length === 0 ? null : (
        <ul className="fh-parties">
          {matter.links.map((link) => (
            <li key={`${link.relation}:${link.id}`}>
              <span className="fh-quiet">{relationWords(link)}</span>
              {'　'}
              <Link to={`/matters/${link.id}`}>{titleWithKind(link)}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
