/** Numbers of 32 bits one behind another, as threads hand them to one another: no object for each thing that is told. */
export class NumberList {
  #numbers = new Int32Array(1 << 10);
  #count = 0;

  push(number: number): void {
    if (this.#count === this.#numbers.length) this.#grow(this.#count + 1);
    this.#numbers[this.#count++] = number;
  }

  /** Some numbers, behind how many they are. */
  pushAll(numbers: ArrayLike<number>): void {
    const { length } = numbers;
    if (this.#count + length >= this.#numbers.length) this.#grow(this.#count + length + 1);
    this.#numbers[this.#count++] = length;
    this.#numbers.set(numbers, this.#count);
    this.#count += length;
  }

  /** Where the next number will stand. */
  get length(): number {
    return this.#count;
  }

  /** Puts another number in the place of one. */
  replace(at: number, number: number): void {
    this.#numbers[at] = number;
  }

  /** A copy of all numbers. */
  taken(): Int32Array {
    return this.#numbers.slice(0, this.#count);
  }

  #grow(least: number): void {
    const larger = new Int32Array(Math.max(least, 2 * this.#numbers.length));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

/** The rows of numbers that `pushAll` put one behind another. */
export function* rowsOf(numbers: Int32Array): Generator<Int32Array> {
  for (let at = 0; at < numbers.length; ) {
    const from = at + 1;
    at = from + (numbers[at] as number);
    yield numbers.subarray(from, at);
  }
}
