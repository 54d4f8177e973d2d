/** Makes a record, or changes one: the page around the form, with the key where it is wanted. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { address, read } from '../api/client';
import { useFields } from '../api/fields';
import { useKey } from '../api/key';
import type { RecordJson } from '../api/shapes';
import type { KindView } from '../ui/KindView';
import { Failure } from '../ui/parts';
import { A } from '../ui/router';
import { Title } from '../ui/Title';
import { Entry } from './Entry';
import { SignIn } from './SignIn';

export function RecordForm({ view, id }: { view: KindView; id?: string }) {
  const { plural, label } = view;
  const said = view.kind.replace('-', ' ');
  const signedIn = useKey() !== null;
  const fields = useFields();
  const kind = fields.data?.kinds.find((k) => k.plural === plural);
  const record = useQuery({
    queryKey: ['edit', plural, id],
    queryFn: ({ signal }) => read<RecordJson>(address(plural, id!), signal),
    enabled: signedIn && id !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  // Once open, the form stays where it is: a key that is refused on saving is asked for again above what was typed.
  const [shown, setShown] = useState(kind);
  if (signedIn && kind && kind !== shown) setShown(kind);
  const [asked, setAsked] = useState(!signedIn);
  if (!signedIn && !asked) setAsked(true);
  const opened = shown && (signedIn || record.data || !id);
  const failed = fields.error ?? record.error;
  return (
    <div className="wrap wrap--read stack">
      <ol className="crumbs">
        <li>
          <A href={`/${plural}`}>{label}</A>
        </li>
        {id && record.data && (
          <li>
            <A href={`/${plural}/${id}`}>{view.titleOf(record.data)}</A>
          </li>
        )}
      </ol>
      <div className="head">
        <Title>{id ? `Edit ${said}` : `New ${said}`}</Title>
        {record.data && <span className="sub">Version {record.data.version}</span>}
      </div>
      {!signedIn && <SignIn />}
      {failed && signedIn && !record.data && (
        <Failure failure={failed} retry={() => void (fields.error ? fields.refetch() : record.refetch())} />
      )}
      {signedIn && !failed && (!kind || (id && !record.data)) && (
        <p role="status" className="muted">
          Reading the record…
        </p>
      )}
      {opened && (!id || record.data) && <Entry key={id ?? 'new'} {...{ view, asked }} kind={shown} record={record.data ?? null} />}
    </div>
  );
}
