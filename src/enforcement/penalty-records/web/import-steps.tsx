const STEPS = ['文件', '列对应', '结果'] as const;

/** Where one stands: 文件 → 列对应 → 结果. */
export function ImportSteps({ at }: { at: 1 | 2 | 3 }) {
  return (
    <ol className="imp-steps" aria-label="步骤">
      {STEPS.map((step, i) => (
        <li
          key={step}
          className={i + 1 === at ? 'imp-step-here' : i + 1 < at ? 'imp-step-done' : undefined}
          aria-current={i + 1 === at ? 'step' : undefined}
        >
          <span className="imp-step-no" aria-hidden>
            {i + 1 < at ? '✓' : i + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
