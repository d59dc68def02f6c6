import { Picker, type PickerOption } from './picker.tsx';

interface FilterProps {
  readonly label: string;
  /** What is let through; undefined: everything. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** What letting everything through is called. */
  readonly all: string;
  readonly options: readonly PickerOption[];
}

const everything = 'all';

/** Lets one kind through, or all of them. */
export function Filter({ label, value, onChange, all, options }: FilterProps) {
  return (
    <Picker
      isTerse
      label={label}
      value={value ?? everything}
      onChange={(chosen) => onChange(chosen === everything ? undefined : chosen)}
      options={[{ id: everything, title: all }, ...options]}
    />
  );
}
