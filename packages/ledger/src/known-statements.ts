// In: the texts of statements, in the order in which one connection is asked them. Out: under which names the database
// knows them, so that it does not parse and plan them each time (PostgreSQL documentation, "PREPARE").
// Invariant: a plan that was made when a table was small does not stay for long.

/** How a statement is to be sent. */
export interface StatementUse {
  readonly name: string;
  /** Whether the database is to be told its text first. */
  readonly isNew: boolean;
  /** Names that the database need not know any more. */
  readonly forgotten: readonly string[];
}

/** More than the hub asks in a day's work; some texts differ by how many rows they write. */
const mostKnown = 250;

/** Of a small ledger planning takes ten times as long as the statement: of so many uses one plans. */
const usesOfPlan = 100;

interface Known {
  readonly name: string;
  readonly uses: number;
}

/** What one connection was told. */
export class KnownStatements {
  /** By text, those used last at the end. */
  readonly #known = new Map<string, Known>();
  #forgotten: string[] = [];
  #told = 0;

  /** Uses a statement. It is known from then on, unless that fails. */
  async use<T>(text: string, work: (use: StatementUse) => Promise<T>): Promise<T> {
    const known = this.#known.get(text);
    const { name, uses } = known ?? { name: `clew_${this.#told++}`, uses: 0 };
    const forgotten = this.#forgotten;
    this.#forgotten = [];
    this.#known.delete(text);
    try {
      const result = await work({ name, isNew: known === undefined, forgotten });
      this.#keep(text, { name, uses: uses + 1 });
      return result;
    } catch (error) {
      this.#forgotten.push(name);
      throw error;
    }
  }

  #keep(text: string, used: Known): void {
    if (used.uses >= usesOfPlan) {
      this.#forgotten.push(used.name);
      return;
    }
    this.#known.set(text, used);
    if (this.#known.size <= mostKnown) return;
    for (const [oldest, { name }] of this.#known) {
      this.#known.delete(oldest);
      this.#forgotten.push(name);
      return;
    }
  }
}
