// In: payments one by one, in any order. Out: the same as columns of numbers.
// Invariant: accounts are numbered in the order of their names, and payments are sorted by time, payer, payee and row:
// the order in which they came changes nothing.

/** How times are counted: days since 1970, or the numbers of the column as they are. */
export type TimeUnit = 'day' | 'step';

export interface Payments {
  readonly accounts: readonly string[];
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  /** In units; null where the file has no time column. */
  readonly time: Float64Array | null;
  readonly unit: TimeUnit;
  /** NaN where a payment has none; null where the file has no amount column. */
  readonly amount: Float64Array | null;
  /** Data rows of the file, from 1. */
  readonly row: Int32Array;
}

export interface Payment {
  readonly payer: string;
  readonly payee: string;
  readonly time: number;
  readonly amount: number;
  readonly row: number;
}

/** Takes payments in and keeps four numbers for each, and each account's name once. */
export class PaymentCollector {
  readonly #numbers = new Map<string, number>();
  readonly #payer = new Column(Int32Array);
  readonly #payee = new Column(Int32Array);
  readonly #row = new Column(Int32Array);
  readonly #time: Column<Float64Array> | undefined;
  readonly #amount: Column<Float64Array> | undefined;

  constructor(has: { readonly time: boolean; readonly amount: boolean }) {
    this.#time = has.time ? new Column(Float64Array) : undefined;
    this.#amount = has.amount ? new Column(Float64Array) : undefined;
  }

  add({ payer, payee, time, amount, row }: Payment): void {
    this.#payer.push(this.#numberOf(payer));
    this.#payee.push(this.#numberOf(payee));
    this.#row.push(row);
    this.#time?.push(time);
    this.#amount?.push(amount);
  }

  finish(unit: TimeUnit): Payments {
    const accounts = [...this.#numbers.keys()].sort();
    const place = new Int32Array(accounts.length);
    accounts.forEach((name, index) => {
      place[this.#numbers.get(name) as number] = index;
    });
    this.#numbers.clear();
    const payer = this.#payer.values().map((number) => place[number] as number);
    const payee = this.#payee.values().map((number) => place[number] as number);
    const time = this.#time?.values() ?? null;
    const row = this.#row.values();
    const order = new Uint32Array(payer.length).map((_, index) => index);
    const at = (of: ArrayLike<number>, index: number) => of[index] as number;
    order.sort(
      (a, b) =>
        (time === null ? 0 : at(time, a) - at(time, b)) ||
        at(payer, a) - at(payer, b) ||
        at(payee, a) - at(payee, b) ||
        at(row, a) - at(row, b),
    );
    const amount = this.#amount?.values() ?? null;
    return {
      accounts,
      payer: Int32Array.from(order, (index) => at(payer, index)),
      payee: Int32Array.from(order, (index) => at(payee, index)),
      time: time === null ? null : Float64Array.from(order, (index) => at(time, index)),
      unit,
      amount: amount === null ? null : Float64Array.from(order, (index) => at(amount, index)),
      row: Int32Array.from(order, (index) => at(row, index)),
    };
  }

  #numberOf(account: string): number {
    const known = this.#numbers.get(account);
    if (known !== undefined) return known;
    this.#numbers.set(account, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** A column of numbers that grows. */
class Column<T extends Int32Array | Float64Array> {
  readonly #make: new (
    length: number,
  ) => T;
  #values: T;
  #size = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const wider = new this.#make(this.#size * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#size++] = value;
  }

  values(): T {
    return this.#values.subarray(0, this.#size) as T;
  }
}
