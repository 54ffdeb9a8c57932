import { Button, Input } from 'antd';
import { FormFailure } from '#ui/form/form-failure.tsx';
import { Section } from '#ui/layout/page.tsx';
import type { Reason, useSaving } from './use-saving.ts';

type Props = {
  readonly typed: Reason;
  readonly set: (typed: Reason) => void;
  /** A line is being typed: it is finished first. */
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly saving: ReturnType<typeof useSaving>;
  readonly save: () => void;
};

/** 事由: why the list is changed, and on what a change of past days rests; with it the whole is saved. */
export function ReasonSection({ typed, set, isBusy, isChanged, saving, save }: Props) {
  const isUnsaid = typed.reason.trim() === '';
  return (
    <Section title="事由">
      <div className="lc-form">
        <Words
          label="调整事由"
          hint="例如法律修改、机构职能调整、首次录入"
          value={typed.reason}
          set={(reason) => set({ ...typed, reason })}
        />
        <Words
          label="追溯生效的依据"
          hint="有事项自今日以前的日期起生效或者终止的，写明依据的文件；没有的不填"
          value={typed.grounds}
          set={(grounds) => set({ ...typed, grounds })}
        />
      </div>
      <FormFailure failure={saving.failure} marked={0} elsewhere={saving.failure?.is === 'input' ? saving.failure.problems : []} />
      <div className="lc-tools">
        <Button type="primary" size="large" loading={saving.busy} disabled={isUnsaid || isBusy} onClick={save}>
          保存
        </Button>
        {isBusy ? (
          <span className="fh-quiet">先把填写中的一行加入本次调整，或者返回</span>
        ) : isUnsaid ? (
          <span className="fh-quiet">填写调整事由以后可以保存</span>
        ) : null}
        {isChanged ? <span className="fh-mark">有内容还没有保存</span> : null}
      </div>
    </Section>
  );
}

function Words({ label, hint, value, set }: { label: string; hint: string; value: string; set: (value: string) => void }) {
  return (
    <div className="fh-field">
      <span className="fh-label">{label}</span>
      <Input.TextArea aria-label={label} autoSize={{ minRows: 2 }} maxLength={2000} value={value} onChange={(e) => set(e.target.value)} />
      <p className="fh-hint">{hint}</p>
    </div>
  );
}
