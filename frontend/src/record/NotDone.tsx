/** Why a record was not deleted or put back; one that was changed meanwhile is read again, so that the next try is on what is shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { afterWrite } from '../api/afterWrite';
import { Refusal } from '../api/client';
import { Failure } from '../ui/parts';

export function NotDone({ title, failure }: { title: string; failure: unknown }) {
  const client = useQueryClient();
  const stale = failure instanceof Refusal && (failure.status === 412 || failure.status === 410);
  useEffect(() => {
    if (stale) void afterWrite(client);
  }, [stale, client]);
  const told =
    failure instanceof Refusal && failure.status === 412
      ? new Refusal(412, 'The record was changed since you read it. It is shown as it is now: look at it, and try again.')
      : failure;
  return <Failure title={title} failure={told} />;
}
