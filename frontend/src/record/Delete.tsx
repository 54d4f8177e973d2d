/** Takes a record away; the undo brings it back. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { afterWrite } from '../api/afterWrite';
import { address, write } from '../api/client';
import type { RecordJson } from '../api/shapes';
import { Icon } from '../ui/icons';
import { go } from '../ui/router';
import { useSaved } from '../undo/Saved';
import { NotDone } from './NotDone';

export function Delete({ plural, record, title }: { plural: string; record: RecordJson; title: string }) {
  const client = useQueryClient();
  const tellSaved = useSaved();
  const [failure, setFailure] = useState<unknown>(null);
  async function remove() {
    setFailure(null);
    try {
      const { changeSet } = await write('DELETE', address(plural, record.id), { etag: record.etag });
      tellSaved({ words: `${title} is deleted.`, changeSet, back: `/${plural}/${record.id}` });
      go(`/${plural}`);
      await afterWrite(client);
    } catch (refused) {
      setFailure(refused);
    }
  }
  return (
    <>
      <button type="button" className="btn" onClick={() => void remove()}>
        <Icon name="trash" />
        Delete
      </button>
      {failure !== null && <NotDone title="Not deleted" failure={failure} />}
    </>
  );
}
