import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { PickerOption } from './picker.tsx';

export interface ChooserGroup {
  readonly title: string;
  readonly options: readonly PickerOption[];
}

interface ChooserProps {
  /** What is chosen, for whom: read aloud before the value. */
  readonly label: string;
  readonly search: string;
  readonly value: string;
  /** How the value is shown. */
  readonly shown: string;
  readonly onChange: (value: string) => void;
  readonly groups: readonly ChooserGroup[];
  readonly isDisabled?: boolean;
}

/** One of very many, in groups, found by typing. */
export function Chooser({ label, search, value, shown, onChange, groups, isDisabled = false }: ChooserProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <DialogTrigger>
      <Button className="input picker" aria-label={`${label}: ${shown}`} isDisabled={isDisabled}>
        <span>{shown}</span>
        <span aria-hidden="true" className="caret" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="chooser" aria-label={label}>
          {({ close }) => (
            <Autocomplete filter={contains}>
              <SearchField aria-label={search} autoFocus className="search-field">
                <Input className="input" placeholder={search} />
              </SearchField>
              <ListBox
                aria-label={label}
                className="listbox"
                selectionMode="single"
                selectedKeys={[value]}
                disallowEmptySelection
                onSelectionChange={(keys) => {
                  const [key] = [...(keys as Set<string>)];
                  close();
                  if (key !== undefined) onChange(key);
                }}
              >
                {groups.map(({ title, options }) => (
                  <ListBoxSection key={title} className="listbox-section">
                    <Header className="quiet small">{title}</Header>
                    {options.map((option) => (
                      <ListBoxItem
                        key={option.id}
                        id={option.id}
                        textValue={`${title} ${option.title}`}
                        className="listbox-item"
                      >
                        {option.title}
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                ))}
              </ListBox>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
