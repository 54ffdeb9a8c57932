import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';

/** What every field that offers words is given. */
export type OfferingProps = {
  readonly label: string;
  readonly aria: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly status: '' | 'error';
  readonly text: string;
  readonly set: (text: string) => void;
  readonly max: number;
};
type Props = OfferingProps & {
  /** Found by whoever offers them: nothing is left out here. */
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  /** Whether Enter takes the first of them before any has been marked. */
  readonly takesFirst?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly saysQuietly?: boolean;
  /** What the words stand for, told beneath them. */
  readonly says: ReactNode;
};

/** Words taken from what is offered, or typed. */
export function OfferedControl({ label, aria, status, text, set, max, offered, takesFirst = false, says, ...props }: Props) {
  const told = `${aria.id}-stands-for`;
  return (
    <>
      <AutoComplete
        {...aria}
        aria-label={label}
        aria-describedby={[aria['aria-describedby'], told].filter((part) => part !== undefined).join(' ')}
        status={status}
        value={text}
        maxLength={max * 2}
        options={[...offered]}
        showSearch={{ filterOption: false }}
        defaultActiveFirstOption={takesFirst}
        classNames={{ popup: { root: 'fh-wrapping-options' } }}
        onChange={(next: string | undefined) => set(next ?? '')}
        {...(props.onOpenChange === undefined ? {} : { onOpenChange: props.onOpenChange })}
      />
      <p id={told} className={props.saysQuietly === true ? 'fh-hint' : undefined} role="status">
        {says}
      </p>
    </>
  );
}
