import {
  CLOCK_UNIT_LABELS,
  chineseDay,
  type Derivation,
  dayOf,
  formatCitation,
  GRADE_LABELS,
  isVerified,
  type LocalDate,
  monthOf,
  weekday,
} from '#law';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** How a due date was counted, in a sentence that a clerk can follow with a calendar in hand. */
export function derivationWords(d: Derivation, startsOn: string): string {
  const source = d.cite === null ? '平台内部提醒' : formatCitation(d.cite);
  const grade = isVerified(d.grade) ? '' : `（${GRADE_LABELS[d.grade]}）`;
  const start = `自${short(d.startedOn)}${startsOn}之次日起${d.length}${CLOCK_UNIT_LABELS[d.unit]}`;
  if (d.dueOn === null || d.rawDue === null) return `${start}，途经年度的放假安排未载入，届满日暂定。依据${source}${grade}`;
  const raw = `${start}→${short(d.rawDue)}（星期${WEEKDAYS[weekday(d.rawDue) - 1] ?? ''}${rollWords(d)}）`;
  const issuer = d.issuerDate !== null && d.dueOn === d.issuerDate ? `；文书另定${chineseDay(d.issuerDate)}前，以较早者为准` : '';
  const provisional = d.provisional ? '；该年度放假安排未载入，暂定' : '';
  return `${raw}${issuer}${provisional}。依据${source}${grade}`;
}

function rollWords(d: Derivation): string {
  if (d.rollOn === null) return '，不顺延';
  const [first] = d.rolledOver;
  if (first === undefined) return '，工作日，不顺延';
  const last = d.rolledOver.at(-1) ?? first;
  const why = [...new Set(d.rolledOver.map((r) => r.because))].join('、');
  const span = first === last ? '' : `至${short(last.day)}`;
  return `，${short(first.day)}${span}为${why}，顺延至${short(rolledTo(d, last.day))}`;
}

function rolledTo(d: Derivation, lastRest: LocalDate): LocalDate {
  return d.dueOn !== null && d.dueOn > lastRest ? d.dueOn : lastRest;
}

function short(day: LocalDate): string {
  return `${monthOf(day)}月${dayOf(day)}日`;
}
