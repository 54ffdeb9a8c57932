import { STANDING_LABELS, type Standing } from '../standing.ts';

const TONES: Readonly<Record<Standing, 'green' | 'red' | 'yellow' | 'grey'>> = {
  valid: 'green',
  suspended: 'red',
  revoked: 'red',
  cancelled: 'grey',
  void: 'grey',
  'not-yet': 'yellow',
  expired: 'grey',
};

/** 有效, 暂扣, 注销, … in a word and a dot. */
export function StandingTag({ standing }: { standing: Standing }) {
  return (
    <span className={`fh-lamp fh-lamp-${TONES[standing]}`}>
      <span className="fh-dot" aria-hidden="true" />
      {STANDING_LABELS[standing]}
    </span>
  );
}
