import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuAct {
  readonly id: string;
  readonly title: string;
  /** Said behind the title: a number, a key. */
  readonly aside?: string;
}

interface ActMenuProps {
  readonly title: ReactNode;
  readonly acts: readonly MenuAct[];
  readonly onAct: (id: string) => void;
  readonly isDisabled?: boolean;
}

/** A button that opens a choice of things to do. */
export function ActMenu({ title, acts, onAct, isDisabled = false }: ActMenuProps) {
  return (
    <MenuTrigger>
      <Button className="button plain" isDisabled={isDisabled}>
        {title}
        <span aria-hidden="true" className="caret" />
      </Button>
      <Popover className="popover">
        <Menu className="listbox" items={acts} onAction={(key) => onAct(String(key))}>
          {({ id, title: words, aside }) => (
            <MenuItem id={id} textValue={words} className="listbox-item row between">
              <span>{words}</span>
              {aside !== undefined && <span className="quiet small figure">{aside}</span>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
