import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { usePrinting } from '../media.ts';
import './tabs.css';

export type Tab = {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
  /** Printed also while another tab is open; for what asks the server for nothing, since the printer does not wait. */
  readonly printed?: boolean;
};

type Props = {
  /** What the tabs part, for those who hear the page. */
  readonly label: string;
  readonly items: readonly Tab[];
  /** Absent: the tabs remember by themselves which is open, and begin with the first. */
  readonly active?: string;
  readonly onChange?: (key: string) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs that are all in sight at any width: where a line is too short they go on below. Arrows move, Enter opens. */
export function Tabs({ label, items, active, onChange }: Props) {
  const id = useId();
  const printing = usePrinting();
  const [chosen, setChosen] = useState<string | undefined>();
  const open = items.find((item) => item.key === (active ?? chosen)) ?? items[0];
  const choose = (key: string): void => {
    setChosen(key);
    if (key !== open?.key) onChange?.(key);
  };
  return (
    <div className="fh-tabs">
      <div role="tablist" aria-label={label} className="fh-tabs-list" onKeyDown={moveFocus}>
        {items.map(({ key, label: words }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}${key}`}
            aria-selected={key === open?.key}
            aria-controls={key === open?.key ? `${id}${key}-panel` : undefined}
            tabIndex={key === open?.key ? 0 : -1}
            onClick={() => choose(key)}
          >
            {words}
          </button>
        ))}
      </div>
      {items
        .filter((item) => item.key === open?.key || (printing && item.printed === true))
        .map(({ key, label: words, children }) => (
          <div key={key} role="tabpanel" id={`${id}${key}-panel`} aria-labelledby={`${id}${key}`} hidden={key !== open?.key}>
            <p className="fh-tabs-printed" aria-hidden>
              {words}
            </p>
            {children}
          </div>
        ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll('button')];
  const at = tabs.findIndex((tab) => tab.matches(':focus'));
  const step = STEPS[event.key];
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step === undefined ? null : at + step;
  if (next === null) return;
  event.preventDefault();
  tabs.at(next % tabs.length)?.focus();
}
