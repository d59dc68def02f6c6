import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';

export interface PickerOption {
  readonly id: string;
  readonly title: string;
}

interface PickerProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly PickerOption[];
  /** What it means, in plain words. */
  readonly words?: string;
  /** The label is read aloud and not shown. */
  readonly isTerse?: boolean;
}

/** One of many. */
export function Picker({ label, value, onChange, options, words, isTerse = false }: PickerProps) {
  return (
    <Select
      value={value}
      onChange={(key) => onChange(String(key ?? ''))}
      className="field"
      {...(isTerse ? { 'aria-label': label } : {})}
    >
      {!isTerse && <Label>{label}</Label>}
      <Button className="input picker">
        <SelectValue />
        <span aria-hidden="true" className="caret" />
      </Button>
      {words !== undefined && (
        <Text slot="description" className="quiet small">
          {words}
        </Text>
      )}
      <Popover className="popover">
        <ListBox className="listbox" items={options}>
          {({ id, title }) => (
            <ListBoxItem id={id} textValue={title} className="listbox-item">
              {title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
