import { SEVERITY_LABELS, type Severity } from '#law';

/** 预警等级: how serious; square, so that it is never taken for a 时限灯. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return (
    <span className={`fh-severity fh-severity-${severity}`}>
      <span className="fh-square" aria-hidden />
      {SEVERITY_LABELS[severity]}
      <span className="fh-sr">色预警</span>
    </span>
  );
}
