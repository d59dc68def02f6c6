/** SQL: a number in which letters that look like digits are those digits. */
export function shapeSql(value: string): string {
  return `translate(${value}, 'OQIL', '0011')`;
}

/** SQL: an account number, after `=` where it is an IBAN whose check digits are right (ISO 13616: 1 modulo 97). */
export function checkedIbanSql(value: string): string {
  const turned = `(substr(${value}, 5) || left(${value}, 4))`;
  const digits = `list_aggregate(list_transform(string_split(${turned}, ''), lambda c:
    case when c between 'A' and 'Z' then (ascii(c) - 55)::varchar else c end), 'string_agg', '')`;
  // A hugeint holds 38 digits: 30 at a time, each remainder before the next.
  const remainder = (rest: string, from: number) =>
    `(((${rest})::varchar || substr(${digits}, ${from}, 30))::hugeint % 97)`;
  const whole = remainder(remainder(remainder('0', 1), 31), 61);
  return `case when not regexp_full_match(${value}, '[A-Z]{2}\\d{2}[A-Z0-9]{11,30}') then ${value}
    when ${whole} = 1 then '=' || ${value} else ${value} end`;
}
