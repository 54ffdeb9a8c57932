import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { writeMoney } from '#ui/form/money.ts';
import { WordTable } from '#ui/table/word-table.tsx';
import type { Comparison } from '../contract.ts';
import { type CaseReceipt, COMPARED_LABELS, type ComparedReceipt, dayOf, numbersIn, organsIn, type Compared as Result } from '../model.ts';

/** As many rows as one reads on a page; the workbook has them all. */
const SHOWN = 200;
const NUMBER = '决定书文号';
const TITLES = ['票据号', '核对结果', '日期', '办案机关', NUMBER, '案件登记（元）', '对账单（元）'];
const TOTAL_TITLES = ['月份', '单位', '笔数', '相符', '案件登记（元）', '对账单（元）', '相差（元）'];

/** How the statement and the cases agree: totals by month and unit, then what does not agree, number by number. */
export function Compared({ found: { rows, totals } }: { found: Comparison }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.filter(({ result }) => result !== 'matched');
  return (
    <>
      <p role="status">{countWords(rows)}</p>
      <WordTable
        label="按月份、单位合计"
        titles={TOTAL_TITLES}
        turning={['单位']}
        figures={['笔数', '相符', '案件登记（元）', '对账单（元）', '相差（元）']}
        count={totals.length}
        rows={totals.map((t) => [
          ...[t.month, t.organ, String(t.count), String(t.matched)],
          ...[writeMoney(t.casesFen), writeMoney(t.linesFen), writeMoney(t.casesFen - t.linesFen)],
        ])}
      />
      <p>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          也列出相符的
        </Checkbox>
      </p>
      {shown.length === 0 ? (
        <p>没有不相符的票据。</p>
      ) : (
        <WordTable
          label="核对结果"
          titles={TITLES}
          turning={['办案机关', NUMBER]}
          figures={['案件登记（元）', '对账单（元）']}
          count={shown.length}
          rows={shown.slice(0, SHOWN).map(cells)}
          show={(row, title) => (title === NUMBER ? <Cases of={shown[row]?.cases ?? []} /> : undefined)}
        />
      )}
    </>
  );
}

/** Each case that bears the number, to be opened and looked at. */
function Cases({ of: cases }: { of: readonly CaseReceipt[] }) {
  const each = new Map(cases.map((one) => [one.matterId, one.number ?? '案件']));
  return [...each].map(([id, number], i) => (
    <span key={id}>
      {i === 0 ? null : '、'}
      <Link to={`/matters/${id}`}>{number}</Link>
    </span>
  ));
}

function countWords(rows: readonly ComparedReceipt[]): string {
  const count = (result: Result): number => rows.filter((row) => row.result === result).length;
  const parts = (Object.keys(COMPARED_LABELS) as Result[]).map((result) => `${COMPARED_LABELS[result]} ${count(result)}`);
  return `共 ${rows.length} 个票据号：${parts.join('，')}。`;
}

function cells(row: ComparedReceipt): readonly string[] {
  return [
    ...[row.receipt, COMPARED_LABELS[row.result], dayOf(row) ?? ''],
    ...[organsIn(row), numbersIn(row)],
    ...[row.cases.length === 0 ? '' : writeMoney(row.casesFen), row.lines.length === 0 ? '' : writeMoney(row.linesFen)],
  ];
}
