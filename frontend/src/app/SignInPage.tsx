import { useEffect } from 'react';
import { useKey } from '../api/key';
import { SignIn } from '../form/SignIn';
import { A } from '../ui/router';
import { Title } from '../ui/Title';

export function SignInPage() {
  const signedIn = useKey() !== null;
  useEffect(() => {
    // What had the focus is gone with the form.
    if (signedIn) document.querySelector('h1')?.focus();
  }, [signedIn]);
  return (
    <div className="wrap wrap--read stack">
      <Title>Sign in</Title>
      {signedIn ? (
        <p className="lede" role="status">
          You are signed in. <A href="/">Go to the start page</A>.
        </p>
      ) : (
        <SignIn />
      )}
    </div>
  );
}
