import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoicesProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** One of a few, all of them in sight. */
export function Choices({ label, value, onChange, children }: ChoicesProps) {
  return (
    <RadioGroup value={value} onChange={onChange} className="choices">
      <Label>{label}</Label>
      {children}
    </RadioGroup>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly title: string;
  readonly words?: string;
}

export function Choice({ value, title, words }: ChoiceProps) {
  return (
    <Radio value={value} className="choice">
      <span className="choice-mark" aria-hidden="true" />
      <span className="stack none">
        <span>{title}</span>
        {words !== undefined && <span className="quiet small">{words}</span>}
      </span>
    </Radio>
  );
}
