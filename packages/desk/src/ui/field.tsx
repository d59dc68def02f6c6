import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly words?: string;
  /** More than one line is typed. */
  readonly rows?: number;
  readonly placeholder?: string;
}

export function Field({ label, words, rows, placeholder, ...rest }: FieldProps) {
  return (
    <TextField {...rest} className="field">
      <Label>{label}</Label>
      {rows === undefined ? (
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
      ) : (
        <TextArea className="input" rows={rows} dir="auto" />
      )}
      {words !== undefined && (
        <Text slot="description" className="quiet small">
          {words}
        </Text>
      )}
      <FieldError className="field-error" />
    </TextField>
  );
}
