import { Button } from 'antd';
import { useState } from 'react';
import type { PowerKind } from '#law';
import { useSession } from '../session.tsx';
import { useFormDay } from './form-day.ts';
import { OfferedControl, type OfferingProps } from './offered-control.tsx';
import { lineWords, offeredLines, seeksName, standingWords } from './power-lines.ts';
import { usePowerLines } from './use-power-lines.ts';

/** The code of an item, taken from the own organ's lists or typed; beneath it the item that the code stands for. */
export function PowerItemControl({ kind, ...props }: OfferingProps & { readonly kind: PowerKind }) {
  const { text } = props;
  const { lines, standing, retry } = usePowerLines(text);
  const [open, setOpen] = useState(false);
  const day = useFormDay();
  const { today } = useSession();
  const offered = offeredLines(lines, text, kind);
  const isListOpen = open && offered.length > 0;
  // While lines are offered nobody has settled on a code yet.
  const words = standing.is === 'no-code' && isListOpen ? '' : standingWords(standing, text, day === today ? null : day);
  return (
    <OfferedControl
      {...props}
      offered={offered.map((line) => ({ value: line.code, label: lineWords(line) }))}
      takesFirst={seeksName(text)}
      onOpenChange={setOpen}
      saysQuietly={standing.is !== 'line'}
      says={
        <>
          {words}
          {standing.is === 'failed' ? (
            <Button type="link" size="small" onClick={retry}>
              重试
            </Button>
          ) : null}
        </>
      }
    />
  );
}
