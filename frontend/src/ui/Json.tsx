import { type MouseEvent, useState } from 'react';
import { read } from '../api/client';
import { useKey } from '../api/key';
import { Icon } from './icons';

/** The address of what is shown. A link carries no key: who is signed in is shown what the key alone may read. */
export function Json({ href }: { href: string }) {
  const signedIn = useKey() !== null;
  const [refused, setRefused] = useState('');
  async function open(event: MouseEvent) {
    if (!signedIn) return;
    event.preventDefault();
    setRefused('');
    // Opened at once: a browser lets no page open by itself later.
    const tab = window.open('', '_blank');
    try {
      const text = JSON.stringify(await read<unknown>(href), null, 2);
      tab?.location.replace(URL.createObjectURL(new Blob([text], { type: 'application/json' })));
    } catch (failure) {
      tab?.close();
      setRefused(failure instanceof Error ? failure.message : 'It could not be read.');
    }
  }
  return (
    <>
      <a className="btn" href={href} onClick={(event) => void open(event)}>
        <Icon name="braces" />
        JSON
      </a>
      {refused && (
        <p className="error" role="alert">
          <Icon name="alert" />
          {refused}
        </p>
      )}
    </>
  );
}
