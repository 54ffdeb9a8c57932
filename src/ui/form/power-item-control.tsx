import { AutoComplete, Button } from 'antd';
import { useState } from 'react';
import type { PowerKind } from '#law';
import { useSession } from '../session.tsx';
import { useFormDay } from './form-day.ts';
import { lineWords, offeredLines, seeksName, standingWords } from './power-lines.ts';
import { usePowerLines } from './use-power-lines.ts';

type Props = {
  readonly label: string;
  readonly aria: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly status: '' | 'error';
  readonly text: string;
  readonly set: (text: string) => void;
  readonly max: number;
  readonly kind: PowerKind;
};

/** The code of an item, taken from the own organ's lists or typed; beneath it the item that the code stands for. */
export function PowerItemControl({ label, aria, status, text, set, max, kind }: Props) {
  const { lines, standing, retry } = usePowerLines(text);
  const [open, setOpen] = useState(false);
  const day = useFormDay();
  const { today } = useSession();
  const offered = offeredLines(lines, text, kind);
  const isListOpen = open && offered.length > 0;
  // While lines are offered nobody has settled on a code yet.
  const words = standing.is === 'no-code' && isListOpen ? '' : standingWords(standing, text, day === today ? null : day);
  const says = `${aria.id}-item`;
  return (
    <>
      <AutoComplete
        {...aria}
        aria-label={label}
        aria-describedby={[aria['aria-describedby'], says].filter((part) => part !== undefined).join(' ')}
        status={status}
        value={text}
        maxLength={max * 2}
        options={offered.map((line) => ({ value: line.code, label: lineWords(line) }))}
        showSearch={{ filterOption: false }}
        defaultActiveFirstOption={seeksName(text)}
        classNames={{ popup: { root: 'fh-wrapping-options' } }}
        onChange={(next: string | undefined) => set(next ?? '')}
        onOpenChange={setOpen}
      />
      <p id={says} className={standing.is === 'line' ? undefined : 'fh-hint'} role="status">
        {words}
        {standing.is === 'failed' ? (
          <Button type="link" size="small" onClick={retry}>
            重试
          </Button>
        ) : null}
      </p>
    </>
  );
}
