import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { useWork } from '#ui/api/use-work.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { OrganisationPicker } from '#ui/form/organisation-pickers.tsx';
import { Section } from '#ui/layout/page.tsx';
import { FailureWords } from '#ui/layout/states.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import { type Comparison, type ComparisonBody, MOST_RECEIPTS } from '../contract.ts';
import { Compared } from './compared.tsx';
import { readStatement } from './read-statement.ts';

/** 与银行、国库对账 (处罚法 67, 74): the statement as it is copied out of its table, against what cases say was paid. */
export function ComparisonSection() {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button className="fh-note" onClick={() => setOpen(true)}>
        与银行、国库对账单核对
      </Button>
    );
  return (
    <Section title="与银行、国库对账单核对" extra={<Button onClick={() => setOpen(false)}>收起</Button>}>
      <Entry />
    </Section>
  );
}

function Entry() {
  const [[from, through], setDays] = useState(['', '']);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{ readonly asked: ComparisonBody; readonly found: Comparison } | null>(null);
  const { busy, failure, run } = useWork();
  const { lines, problems } = readStatement(text);
  const isReadable = lines.length > 0 && lines.length <= MOST_RECEIPTS && problems.length === 0;
  // What was found belongs to what was asked: another statement, other days or another unit want another answer.
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      set(value);
      setAnswer(null);
    };
  const [askDays, askText, askUnit] = [anew(setDays), anew(setText), anew(setOrganisation)];
  const isReady = from !== '' && through !== '' && from <= through && isReadable;
  const compare = (): Promise<void> =>
    run(async () => {
      const asked: ComparisonBody = { from, through, ...(organisation === null ? {} : { organisation }), lines: [...lines] };
      setAnswer({ asked, found: await call<Comparison>('POST', '/api/fine-ledger/comparison', { body: asked }) });
    });
  return (
    <div className="fh-stack">
      <p className="fh-hint">
        从银行、国库的对账单表格中复制“票据号、日期、金额（元）”三列粘贴，每行一笔。只与您可查阅的案件在所选期间登记的缴款核对；对账单不留存，结果可以导出。
      </p>
      <div className="fh-filters">
        <DayFilter label="缴款自" day={from} clears go={(day) => askDays([day, through])} />
        <DayFilter label="缴款至" day={through} clears go={(day) => askDays([from, day])} />
        <OrganisationPicker label="办案机关" id={organisation} onPick={(pick) => askUnit(pick?.id ?? null)} className="fh-filter" />
      </div>
      <Input.TextArea
        aria-label="对账单"
        placeholder={'票据号\t日期\t金额'}
        autoSize={{ minRows: 4, maxRows: 12 }}
        value={text}
        onChange={(event) => askText(event.target.value)}
      />
      <p role="status">{stateWords({ lines: lines.length, problems, from, through })}</p>
      <p>
        <Button type="primary" disabled={!isReady} loading={busy} onClick={() => void compare()}>
          核对
        </Button>{' '}
        {answer === null ? null : (
          <ExportButton path="/api/fine-ledger/comparison/export" name="对账单核对" body={answer.asked} words="导出核对结果" />
        )}
      </p>
      {failure === null ? null : (
        <Alert type="error" showIcon role="alert" className="fh-note" title="没有办成" description={<FailureWords failure={failure} />} />
      )}
      {answer === null ? null : <Compared found={answer.found} />}
    </div>
  );
}

type Typed = { readonly lines: number; readonly problems: readonly string[]; readonly from: string; readonly through: string };

function stateWords({ lines, problems, from, through }: Typed): string {
  if (problems.length > 0)
    return `${problems.slice(0, 5).join('；')}${problems.length > 5 ? `；等 ${problems.length} 处` : ''}。更正后核对。`;
  if (lines === 0) return '还没有粘贴对账单。';
  if (lines > MOST_RECEIPTS) return `读出 ${lines} 笔；一次最多核对 ${MOST_RECEIPTS} 笔，请分次核对。`;
  if (from === '' || through === '') return `读出 ${lines} 笔；请选择缴款的起止日期。`;
  return from > through ? '起止日期前后颠倒。' : `读出 ${lines} 笔。`;
}
