'use client';
import {type ComponentType, useState} from 'react';
import type {WhatIf, WhatIfWords} from '@/lib/report/what-if/what-if';
import {Button} from '../ui/button';

type Panel = ComponentType<{whatIf: WhatIf}>;
type State = {kind: 'closed' | 'opening' | 'failed'} | {kind: 'open'; Panel: Panel};

/** The trial's place on the page; its code is fetched when it is opened, and nothing of it is printed. */
export function WhatIfTrial({whatIf, words}: {whatIf: WhatIf; words: WhatIfWords}) {
  const [state, setState] = useState<State>({kind: 'closed'});
  const open = async () => {
    setState({kind: 'opening'});
    try {
      const {WhatIfPanel} = await import('./what-if-panel');
      setState({kind: 'open', Panel: WhatIfPanel});
    } catch {
      setState({kind: 'failed'});
    }
  };
  return (
    <section className="my-8 print:hidden">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <noscript>
        <p className="text-quiet">{words['no-script']}</p>
      </noscript>
      {state.kind === 'open' ? (
        <state.Panel whatIf={whatIf} />
      ) : (
        <div className="scripted my-3">
          <Button type="button" look="secondary" onClick={open} aria-disabled={state.kind === 'opening'}>
            {words.open}
          </Button>
          <p role="status" className="min-h-7 text-quiet">
            {state.kind === 'opening' ? words.opening : null}
            {state.kind === 'failed' ? <span className="font-semibold text-alert">{words.failed}</span> : null}
          </p>
        </div>
      )}
    </section>
  );
}
