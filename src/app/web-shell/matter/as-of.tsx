import { Button, DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type ComponentRef, type Ref, useRef, useState } from 'react';
import { useSession } from '#ui/session.tsx';

type Props = {
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly go: (next: { readonly asOf?: string | null; readonly knownOn?: string | null; readonly act?: null }) => void;
};

/** Looks back: how the matter stood on a day, and what was known on a day. A dialog, so that keys go in and come back out. */
export function AsOfPickers({ asOf, knownOn, go }: Props) {
  const [open, setOpen] = useState(false);
  const first = useRef<Picker>(null);
  const look = (next: { readonly asOf?: string | null; readonly knownOn?: string | null }): void => {
    go({ ...next, act: null });
    // Once the key that chose the day has done its work: closing gives the focus back to the button, and Enter would press it again.
    setTimeout(() => setOpen(false));
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        回看
      </Button>
      <Modal
        title="回看"
        open={open}
        onCancel={() => setOpen(false)}
        // The dialog itself would begin with the button that closes it.
        afterOpenChange={(opened) => (opened ? first.current?.focus() : undefined)}
        footer={null}
        width={420}
        destroyOnHidden
      >
        <div className="fh-field-pair">
          <label htmlFor="as-of">截至哪天的样子</label>
          <Day id="as-of" field={first} day={asOf} onChange={(day) => look({ asOf: day })} />
          <p className="fh-quiet">只看到这一天为止生效的办理。</p>
          <label htmlFor="known-on">当时所知</label>
          <Day id="known-on" day={knownOn} onChange={(day) => look({ knownOn: day })} />
          <p className="fh-quiet">只看到这一天为止已录入的内容，之后的补录和更正不计。</p>
        </div>
      </Modal>
    </>
  );
}

type Picker = ComponentRef<typeof DatePicker>;
type DayProps = {
  readonly id: string;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
  readonly field?: Ref<Picker>;
};

function Day({ id, day, onChange, field }: DayProps) {
  const { today } = useSession();
  return (
    <DatePicker
      id={id}
      ref={field}
      value={day === null ? null : dayjs(day)}
      maxDate={dayjs(today)}
      onChange={(chosen: Dayjs | null) => onChange(chosen === null ? null : chosen.format('YYYY-MM-DD'))}
    />
  );
}

/** Going back takes the note away with its button: keys go on from where the page begins. */
export function AsOfNote({ asOf, knownOn, back }: { asOf: string | null; knownOn: string | null; back: () => void }) {
  const words = [asOf === null ? '' : `截至 ${asOf} 的样子`, knownOn === null ? '' : `按 ${knownOn} 当时所知`].filter(
    (word) => word !== '',
  );
  return (
    <div className="fh-past" role="status">
      <span>正在回看：{words.join('，')}。此时不能办理。</span>
      <Button
        size="small"
        onClick={() => {
          back();
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        回到现在
      </Button>
    </div>
  );
}
