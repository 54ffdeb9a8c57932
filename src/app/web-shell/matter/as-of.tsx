import { Button, DatePicker, Popover } from 'antd';
import dayjs from 'dayjs';
import { useSession } from '#ui/session.tsx';

type Props = {
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly go: (next: { readonly asOf?: string | null; readonly knownOn?: string | null; readonly act?: null }) => void;
};

/** Looks back: how the matter stood on a day, and what was known on a day. */
export function AsOfPickers({ asOf, knownOn, go }: Props) {
  const { today } = useSession();
  const content = (
    <div className="fh-field-pair">
      <label htmlFor="as-of">截至哪天的样子</label>
      <DatePicker
        id="as-of"
        value={asOf === null ? null : dayjs(asOf)}
        maxDate={dayjs(today)}
        onChange={(day) => go({ asOf: day === null ? null : day.format('YYYY-MM-DD'), act: null })}
      />
      <p className="fh-quiet">只看到这一天为止生效的办理。</p>
      <label htmlFor="known-on">当时所知</label>
      <DatePicker
        id="known-on"
        value={knownOn === null ? null : dayjs(knownOn)}
        maxDate={dayjs(today)}
        onChange={(day) => go({ knownOn: day === null ? null : day.format('YYYY-MM-DD'), act: null })}
      />
      <p className="fh-quiet">只看到这一天为止已录入的内容，之后的补录和更正不计。</p>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title="回看">
      <Button>回看</Button>
    </Popover>
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
