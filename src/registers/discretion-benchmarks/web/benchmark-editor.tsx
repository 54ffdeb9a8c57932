import { Alert, Button, Input, Select } from 'antd';
import { PENALTY_KIND_LABELS } from '#law';
import { TIER_LEVEL_LABELS } from '#law/discretion/benchmark';
import type { BenchmarkProblem } from '#law/discretion/check';
import { Section } from '#ui/layout/page.tsx';
import { type HeadWords, SHEET_COLUMNS, type SheetColumn, type TierWords } from '../reading/benchmark-sheet.ts';
import type { ReadProblem } from '../reading/read-content.ts';
import { Problems } from './benchmark-parts.tsx';

/** A benchmark as it is typed: in the words in which it is published. */
export type Typed = { readonly head: HeadWords; readonly tiers: readonly TierWords[] };
const EMPTY_TIER: TierWords = { level: null, words: null, cases: null, kinds: null, fine: null, note: null };
export const EMPTY: Typed = {
  head: { itemCode: null, breach: null, penalty: null, lawKinds: null, lawFine: null, factors: null },
  tiers: [
    { ...EMPTY_TIER, level: TIER_LEVEL_LABELS.lenient },
    { ...EMPTY_TIER, level: TIER_LEVEL_LABELS.normal },
    { ...EMPTY_TIER, level: TIER_LEVEL_LABELS.heavy },
  ],
};

const KINDS = Object.values(PENALTY_KIND_LABELS).map((name) => ({ value: name, label: name }));
const LEVELS = Object.values(TIER_LEVEL_LABELS).map((name) => ({ value: name, label: name }));
const HINTS: Partial<Record<SheetColumn, string>> = {
  itemCode: '只用于一个权责事项的填写',
  lawFine: '如：1万元以上10万元以下；违法所得1倍以上3倍以下',
  factors: '每行一个因素。如：货值（元）：不满1万元｜1万元以上；危害后果：没有｜轻微｜严重',
  cases: '每行一种情形。如：危害后果：轻微｜一般；货值：不满1万元',
  fine: '如：1万元以上不满3万元',
};

type Props = {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly read: readonly ReadProblem[];
  readonly law: readonly BenchmarkProblem[];
};

/** Editor of factors and tiers: what cannot be read is said at its field, what the law finds wrong below, as one types. */
export function BenchmarkEditor({ typed, onChange, read, law }: Props) {
  const { head, tiers } = typed;
  const setTier = (i: number, more: Partial<TierWords>): void =>
    onChange({ head, tiers: tiers.map((t, at) => (at === i ? { ...t, ...more } : t)) });
  const setHead = (more: Partial<HeadWords>): void => onChange({ head: { ...head, ...more }, tiers });
  return (
    <>
      <Section title="违法行为和法定幅度">
        <div className="db-form">
          <div className="db-pair">
            {(['itemCode', 'breach', 'penalty', 'lawFine'] as const).map((column) => (
              <Field
                key={column}
                column={column}
                tier={null}
                value={head[column]}
                read={read}
                onChange={(value) => setHead({ [column]: value })}
              />
            ))}
            <KindsField column="lawKinds" tier={null} value={head.lawKinds} read={read} onChange={(lawKinds) => setHead({ lawKinds })} />
          </div>
          <Field column="factors" tier={null} value={head.factors} read={read} lines onChange={(factors) => setHead({ factors })} />
        </div>
      </Section>
      {tiers.map((tier, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place in the list
        <Section key={i} title={`第${i + 1}档`} extra={<TierButtons typed={typed} at={i} onChange={onChange} />}>
          <div className="db-form">
            <div className="db-pair">
              <div className="db-field">
                档次
                <Select
                  aria-label={`第${i + 1}档档次`}
                  value={tier.level ?? ''}
                  options={LEVELS}
                  onChange={(level) => setTier(i, { level })}
                />
              </div>
              <KindsField column="kinds" tier={i} value={tier.kinds} read={read} onChange={(kinds) => setTier(i, { kinds })} />
              <Field column="fine" tier={i} value={tier.fine} read={read} onChange={(fine) => setTier(i, { fine })} />
            </div>
            <Field column="words" tier={i} value={tier.words} read={read} lines onChange={(words) => setTier(i, { words })} />
            <Field column="cases" tier={i} value={tier.cases} read={read} lines onChange={(cases) => setTier(i, { cases })} />
            <Field column="note" tier={i} value={tier.note} read={read} onChange={(note) => setTier(i, { note })} />
          </div>
        </Section>
      ))}
      <div className="db-tools">
        <Button onClick={() => onChange({ head, tiers: [...tiers, EMPTY_TIER] })}>增加一档</Button>
      </div>
      <Section title="检查">
        <div role="status" aria-live="polite">
          {read.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              className="fh-note"
              title={`还有 ${read.length} 处没有填写或者读不出；填了而读不出的，已在该处标明`}
            />
          ) : null}
          {read.length === 0 && law.length === 0 ? <Alert type="success" showIcon className="fh-note" title="没有需要更正的地方" /> : null}
          {read.length === 0 ? <Problems problems={law} /> : null}
        </div>
      </Section>
    </>
  );
}

function TierButtons({ typed, at, onChange }: { typed: Typed; at: number; onChange: (typed: Typed) => void }) {
  const { head, tiers } = typed;
  const swap = (a: number, b: number): void => {
    const [first, second] = [tiers[a], tiers[b]];
    if (first === undefined || second === undefined) return;
    onChange({ head, tiers: tiers.map((t, i) => (i === a ? second : i === b ? first : t)) });
  };
  return (
    <span>
      <Button type="link" disabled={at === 0} onClick={() => swap(at, at - 1)} aria-label={`第${at + 1}档上移`}>
        上移
      </Button>
      <Button
        type="link"
        disabled={tiers.length < 2}
        onClick={() => onChange({ head, tiers: tiers.filter((_, i) => i !== at) })}
        aria-label={`删除第${at + 1}档`}
      >
        删除
      </Button>
    </span>
  );
}

type FieldProps = {
  readonly column: SheetColumn;
  readonly tier: number | null;
  readonly value: string | null;
  readonly read: readonly ReadProblem[];
  readonly onChange: (value: string) => void;
};

const labelOf = (column: SheetColumn, tier: number | null): string =>
  `${tier === null ? '' : `第${tier + 1}档`}${SHEET_COLUMNS[column].title}`;

function Field({ column, tier, value, read, onChange, lines = false }: FieldProps & { lines?: boolean }) {
  const shared = { value: value ?? '', 'aria-label': labelOf(column, tier), placeholder: HINTS[column] ?? '' };
  return (
    <div className="db-field">
      {SHEET_COLUMNS[column].title}
      {lines ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 10 }} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <Input {...shared} onChange={(e) => onChange(e.target.value)} />
      )}
      <Wrong column={column} tier={tier} read={read} typed={(value ?? '') !== ''} />
    </div>
  );
}

function KindsField({ column, tier, value, read, onChange }: FieldProps) {
  const chosen = (value ?? '').split('、').filter((name) => name !== '');
  return (
    <div className="db-field">
      {SHEET_COLUMNS[column].title}
      <Select
        mode="multiple"
        aria-label={labelOf(column, tier)}
        value={chosen}
        options={KINDS}
        onChange={(names: string[]) => onChange(names.join('、'))}
      />
      <Wrong column={column} tier={tier} read={read} typed={chosen.length > 0} />
    </div>
  );
}

/** What cannot be read; an empty field is told of below only, so that a new form is not all red. */
function Wrong({ column, tier, read, typed }: { column: SheetColumn; tier: number | null; read: readonly ReadProblem[]; typed: boolean }) {
  const wrong = typed ? read.filter((p) => p.column === column && p.tier === tier) : [];
  return wrong.length === 0 ? null : <span className="fh-error">{wrong.map((p) => `“${p.value}”${p.reason}`).join('；')}</span>;
}
