'use client';
import {Button} from './button';

/** Opens the browser's print window; there is none without JavaScript, nor this button. */
export function PrintButton({label}: {label: string}) {
  return (
    <Button type="button" look="secondary" className="scripted" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
