import { CheckOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import type { MatterView } from '../api/types.ts';

/** 流程: what is behind, where it stands, what lies ahead. Scrolls to where it stands when long. */
export function MainLine({ steps }: { steps: MatterView['mainLine'] }) {
  const current = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex((step) => step.current);
  useEffect(() => {
    const ol = list.current;
    if (ol === null) return;
    const fit = new ResizeObserver(() => {
      const li = current.current;
      // A part that scrolls must be reached by keys.
      ol.tabIndex = ol.scrollWidth > ol.clientWidth ? 0 : -1;
      if (li !== null && at >= 0) ol.scrollLeft = li.offsetLeft - ol.clientWidth / 2 + li.clientWidth / 2;
    });
    fit.observe(ol);
    return () => fit.disconnect();
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
