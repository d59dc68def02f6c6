/** A provider that reaches two networks or two crime areas at least, with the chance of that. */
export interface Candidate {
  readonly type: string;
  readonly provider: bigint;
  readonly people: number;
  readonly members: number;
  readonly networks: number;
  readonly involved: number;
  readonly areas: number;
  /** Share of all links of this sort that are to people of networks. */
  readonly usual: number;
  readonly chance: number;
}

export interface Tested {
  readonly tested: number;
  readonly candidates: readonly Candidate[];
}
