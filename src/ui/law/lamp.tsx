import { LAMP_LABELS, type Lamp } from '#law';
import { daysLeftWords } from '../time-words.ts';

/** 时限灯: dot, word and days, never colour alone. */
export function LampBadge({ lamp, daysLeft, large }: { lamp: Lamp; daysLeft: number | null; large?: boolean }) {
  return (
    <span className={`fh-lamp fh-lamp-${lamp}${large === true ? ' fh-lamp-large' : ''}`}>
      <span className="fh-dot" aria-hidden />
      {lampWords(lamp, daysLeft)}
    </span>
  );
}

export function lampWords(lamp: Lamp, daysLeft: number | null): string {
  if (lamp === 'red') return daysLeft === null ? LAMP_LABELS.red : daysLeftWords(daysLeft);
  if (lamp === 'done') return LAMP_LABELS.done;
  if (lamp === 'grey') return daysLeft === null ? '暂定（放假安排未载入）' : `暂定 · ${daysLeftWords(daysLeft)}`;
  return daysLeft === null ? LAMP_LABELS[lamp] : `${LAMP_LABELS[lamp]} · ${daysLeftWords(daysLeft)}`;
}
