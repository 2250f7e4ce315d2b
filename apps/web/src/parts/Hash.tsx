// Hashes: both ends with the whole in the title where it is a name, all of it where it is a fact.
import type { ReactNode } from 'react';
import { hrefOf, type Route } from '../routes.ts';
import { shortHash } from '../views/format.ts';

type Linked = Extract<Route, { readonly id: string }>;

export function HashLink({ to }: { readonly to: Linked }): ReactNode {
  return (
    <a className="hash" href={hrefOf(to)} title={to.id}>
      {shortHash(to.id)}
    </a>
  );
}

export function WholeHash({ hash }: { readonly hash: string }): ReactNode {
  return <code className="hash whole">{hash}</code>;
}
