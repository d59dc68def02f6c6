/** A provider that reaches two networks or two crime areas at least, with the chance of that. */
export interface Candidate {
  readonly type: string;
  readonly provider: bigint;
  readonly people: number;
  readonly members: number;
  readonly networks: number;
  /** Of the people, how many are in a case whose crime area is known. */
  readonly involved: number;
  readonly areas: number;
  /** For a person: in how many cases of networks. Null for a thing. */
  readonly cases: number | null;
  /** Share of all links of this sort that are to people of networks; for a person, of cases outside the home network. */
  readonly usual: number;
  readonly chance: number;
}

export interface Tested {
  readonly tested: number;
  readonly candidates: readonly Candidate[];
}
