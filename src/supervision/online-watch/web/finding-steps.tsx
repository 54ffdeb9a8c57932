import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Section } from '#ui/layout/page.tsx';
import type { FindingView } from '../contract.ts';
import type { Decision } from './decision-drawer.tsx';

type Props = { readonly f: FindingView; readonly first: Decision | null; readonly decide: (decision: Decision) => void };

/** 现在: where the doubt stands, what this post may decide about it, and the matters that it has led to. */
export function FindingSteps({ f, first, decide }: Props) {
  const barred = barredFromAll(f.offers);
  const offers = barred === null ? f.offers : [];
  return (
    <Section title="现在">
      <div className="ow-actions">
        <p>
          {f.statusName}
          {f.answer === null ? '' : `，单位答复：${f.answer}`}
          {f.exclusion === null ? '' : `，理由：${f.exclusion}`}
        </p>
        {barred === null ? null : <p className="fh-quiet">{barred}</p>}
        {offers.map((offer) => (
          <div key={offer.decision}>
            <Button
              block
              disabled={!offer.allowed}
              {...(offer.decision === first ? { type: 'primary' as const } : {})}
              onClick={() => decide(offer.decision)}
            >
              {offer.label}
            </Button>
            {offer.reason === null ? null : <p className="fh-quiet">{offer.reason}</p>}
          </div>
        ))}
        {f.links.map((link) => (
          <Link key={link.id} to={`/matters/${link.id}`}>
            {link.title}
          </Link>
        ))}
        {f.matterId === null ? null : <Link to={`/matters/${f.matterId}`}>原事项：{f.subject}</Link>}
      </div>
    </Section>
  );
}

/** What keeps this post from every decision alike is said once, without buttons that can never be pressed. */
function barredFromAll(offers: FindingView['offers']): string | null {
  const [first] = offers;
  return first !== undefined && offers.every(({ allowed, reason }) => !allowed && reason === first.reason) ? first.reason : null;
}
