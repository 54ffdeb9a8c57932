import { Button, DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useSession } from '#ui/session.tsx';

type Props = {
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly go: (next: { readonly asOf?: string | null; readonly knownOn?: string | null; readonly act?: null }) => void;
};

/** Looks back: how the matter stood on a day, and what was known on a day. A dialog, so that keys go in and come back out. */
export function AsOfPickers({ asOf, knownOn, go }: Props) {
  const [open, setOpen] = useState(false);
  const look = (next: { readonly asOf?: string | null; readonly knownOn?: string | null }): void => {
    setOpen(false);
    go({ ...next, act: null });
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        回看
      </Button>
      <Modal title="回看" open={open} onCancel={() => setOpen(false)} footer={null} width={420} destroyOnHidden>
        <div className="fh-field-pair">
          <label htmlFor="as-of">截至哪天的样子</label>
          <Day id="as-of" day={asOf} onChange={(day) => look({ asOf: day })} />
          <p className="fh-quiet">只看到这一天为止生效的办理。</p>
          <label htmlFor="known-on">当时所知</label>
          <Day id="known-on" day={knownOn} onChange={(day) => look({ knownOn: day })} />
          <p className="fh-quiet">只看到这一天为止已录入的内容，之后的补录和更正不计。</p>
        </div>
      </Modal>
    </>
  );
}

function Day({ id, day, onChange }: { id: string; day: string | null; onChange: (day: string | null) => void }) {
  const { today } = useSession();
  return (
    <DatePicker
      id={id}
      autoFocus={id === 'as-of'}
      value={day === null ? null : dayjs(day)}
      maxDate={dayjs(today)}
      onChange={(chosen: Dayjs | null) => onChange(chosen === null ? null : chosen.format('YYYY-MM-DD'))}
    />
  );
}

export function AsOfNote({ asOf, knownOn, back }: { asOf: string | null; knownOn: string | null; back: () => void }) {
  const words = [asOf === null ? '' : `截至 ${asOf} 的样子`, knownOn === null ? '' : `按 ${knownOn} 当时所知`].filter(
    (word) => word !== '',
  );
  return (
    <div className="fh-past" role="status">
      <span>正在回看：{words.join('，')}。此时不能办理。</span>
      <Button size="small" onClick={back}>
        回到现在
      </Button>
    </div>
  );
}
