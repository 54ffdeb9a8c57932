import { normaliseCode } from '#law';
import { type CellReading, isAbsent, read, readText } from './cells.ts';
import { repeated } from './cells-repeated.ts';
import type { RecordedOfficer } from './model.ts';

const POSTS =
  '法定代表人|法人代表|执行董事|董事长|总经理|副总经理|副局长|副主任|副队长|大队长|中队长|队长|局长|经理|厂长|站长|所长|院长|校长|园长|主任|书记|会长|理事长|负责人|投资人|经营者|业主|店长|法人|科长|股长|董事';
const POST_AFTER = new RegExp(
  `^(.{2,}?)[\\s,，、/:：(（-]*(?:系|任|现任|职务[:：]?)?(?:该单位|该公司)?(${POSTS})(?:兼(?:${POSTS}))?[)）]?$`,
);
const POST_BEFORE = new RegExp(`^(${POSTS})[\\s:：,，-]+(.{2,})$`);

/** A person whose cell also holds the post (张某 局长): the name is taken, the post named in the note. */
export function readPerson(cell: string): CellReading<string | null> {
  const text = readText(cell);
  if (text === null || text.length > 60) return read(text);
  const after = POST_AFTER.exec(text);
  if (after !== null) return read(clean(after[1] ?? text), `姓名与职务同在一格，职务“${after[2]}”未计入姓名`);
  const before = POST_BEFORE.exec(text);
  if (before !== null) return read(clean(before[2] ?? text), `姓名与职务同在一格，职务“${before[1]}”未计入姓名`);
  return read(text);
}

function clean(name: string): string {
  return name.replace(/^[\s(（]+|[\s(（)）]+$/g, '');
}

const NOISE = /执法人员|执法证件?号码?|行政执法证号?|证件?号码?|证号|编号|主办人?|协办人?|姓名|职务|号/g;
const TOKEN = /[\p{Script=Han}·•]{2,20}|[A-Za-z]{0,4}-?\d[\dA-Za-z*-]{3,}/gu;
const CERTIFICATE = /\d/;

/**
 * 执法人员及证号 in any writing (张某（15080001）、李某15080002; 张某/15080001; names only). A second cell of numbers
 * belongs to the names in their order. null: the file does not say who acted.
 */
export function readOfficers(cell: string, certificates = ''): CellReading<readonly RecordedOfficer[] | null> {
  if (readText(cell) === null) return read(null);
  const officers = officersIn(cell);
  const numbers = isAbsent(certificates.trim()) ? [] : tokens(certificates).filter((token) => CERTIFICATE.test(token));
  const filled = officers.map((officer, i) => (officer.certNo === null ? { ...officer, certNo: numbers[i] ?? null } : officer));
  if (filled.length === 0) return read(null, '未能从本格认出执法人员姓名，按未填处理');
  const odd = numbers.length > 0 && numbers.length !== officers.length;
  return read(filled, odd ? `姓名${officers.length}个、证号${numbers.length}个，数目不一致` : null);
}

/** An organ's few officers stand in all its decisions. */
const officersIn = repeated((cell: string): readonly RecordedOfficer[] => pairUp(tokens(cell)));

function tokens(cell: string): readonly string[] {
  const text = cell.normalize('NFKC').replace(NOISE, ' ');
  return (text.match(TOKEN) ?? []).map((token) => (CERTIFICATE.test(token) ? normaliseCode(token) : token));
}

function pairUp(parts: readonly string[]): readonly RecordedOfficer[] {
  const officers: { name: string; certNo: string | null }[] = [];
  for (const part of parts) {
    const last = officers.at(-1);
    if (!CERTIFICATE.test(part)) officers.push({ name: part, certNo: null });
    else if (last !== undefined && last.certNo === null) last.certNo = part;
  }
  return officers;
}
