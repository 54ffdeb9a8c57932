import { CheckOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import type { MatterView } from '../api/types.ts';

/** 流程: what is behind, where it stands, what lies ahead. Scrolls to where it stands when long. */
export function MainLine({ steps }: { steps: MatterView['mainLine'] }) {
  const current = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex((step) => step.current);
  useEffect(() => {
    const li = current.current;
    const ol = list.current;
    // A part that scrolls must be reached by keys.
    if (ol !== null) ol.tabIndex = ol.scrollWidth > ol.clientWidth ? 0 : -1;
    if (at < 0) return;
    if (li !== null && ol !== null) ol.scrollLeft = li.offsetLeft - ol.clientWidth / 2 + li.clientWidth / 2;
  }, [at]);
  return (
    <nav aria-label="流程" className="fh-line-wrap">
      <ol className="fh-line" ref={list}>
        {steps.map((step) => (
          <li
            key={step.status}
            ref={step.current ? current : null}
            className={step.current ? 'fh-step fh-step-current' : step.reached ? 'fh-step fh-step-reached' : 'fh-step'}
            aria-current={step.current ? 'step' : undefined}
          >
            <span className="fh-step-dot" aria-hidden>
              {step.reached && !step.current ? <CheckOutlined /> : null}
            </span>
            {step.name}
            <span className="fh-sr">{step.current ? '（当前）' : step.reached ? '（已过）' : '（未到）'}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
