import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';

export interface TickOption {
  readonly id: string;
  readonly title: string;
  readonly words?: string;
}

interface TicksProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly options: readonly TickOption[];
}

/** Any of a few. */
export function Ticks({ label, value, onChange, options }: TicksProps) {
  return (
    <CheckboxGroup value={[...value]} onChange={onChange} className="choices">
      <Label>{label}</Label>
      {options.map(({ id, title, words }) => (
        <Checkbox key={id} value={id} className="choice">
          <span className="choice-mark square" aria-hidden="true" />
          <span className="stack none">
            <span>{title}</span>
            {words !== undefined && <span className="quiet small">{words}</span>}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
