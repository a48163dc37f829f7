import type {TaskStage} from '@/lib/report/task-list';
import {stageBorder} from '../diagnosis/stage-colour';

const STATUS_LOOK = {done: 'text-done font-semibold', part: 'text-stage-2 font-semibold', open: 'text-quiet'} as const;

/** Stages and categories with how far each is. */
export function TaskList({stages}: {stages: readonly TaskStage[]}) {
  return stages.map((stage) => (
    <section key={stage.number} className={`my-8 border-l-8 pl-4 ${stageBorder(stage.number)}`}>
      <h2>{stage.heading}</h2>
      <p className="text-quiet">{stage.cluster}</p>
      <ul className="mt-2">
        {stage.tasks.map(({code, name, href, state, status}) => (
          <li key={code} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
            <span>
              <span className="mr-2 text-quiet">{code}</span>
              {href ? <a href={href}>{name}</a> : name}
            </span>
            <span className={STATUS_LOOK[state]}>
              {state === 'done' ? '✓ ' : ''}
              {status}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
