import type { ReactNode } from 'react';
import type { Common } from '../api/shapes';
import type { Words } from '../api/vocabulary';

/** `sort`: the field of the API by which the column is sorted, where it can be. */
export type Column<R> = { name: string; label: string; cell(row: R): ReactNode; sort?: string; number?: true };

/** All that the list, the page and the form of a kind must be told of it; the rest follows from `/fields`. */
export type KindView<R extends Common = Common> = {
  kind: string;
  plural: string;
  label: string;
  /** What the start page and the list say of it, a sentence each. */
  says: string;
  lede: string;
  titleOf(record: R): string;
  list: {
    sort: string;
    /** The fields that the columns show. */
    fields: string[];
    facets: string[];
    columns(words: Words): Column<R>[];
  };
  /** In which groups its fields are filled in; a field that stands in none comes in a last one. */
  sections: { title: string; fields: string[] }[];
  /** What stands beside its marks, under the title. */
  Lead(props: { record: R }): ReactNode;
  /** What its page says, before what every record's page says. */
  Body(props: { record: R }): ReactNode;
};
