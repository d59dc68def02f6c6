/** Where a ledger is kept: PostgreSQL inside this process over a folder, or a PostgreSQL server. */
export type LedgerPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'server';
      /** `postgres://…`, as libpq takes it: `sslmode`, `sslrootcert`, `sslcert` and `sslkey` among its options. */
      readonly url: string;
      /** The schema that holds the tables; else `schema` in the address, else `clew`. */
      readonly schema?: string | undefined;
    };
